using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assay.Formats;
using Microsoft.Win32.SafeHandles;

namespace Assay.Models;

/// <summary>
/// A file of recorded calls, one JSON object a line. Of each call only its place in the file is kept in memory. When a call was recorded
/// twice (a row asked again after an interruption), the later line holds. Safe for concurrent use.
/// </summary>
public sealed class Cassette : IDisposable
{
    private const int MostSamples = 32;
    private readonly SafeFileHandle _file;
    private readonly Dictionary<ulong, long> _calls = [];
    private readonly Dictionary<ulong, long> _rows = [];
    private readonly SortedSet<string> _models = new(StringComparer.Ordinal);
    private readonly List<CassetteLine> _samples = [];

    private Cassette(string path, SafeFileHandle file)
    {
        Path = path;
        _file = file;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Calls that can be answered.</summary>
    public int Count => _calls.Count;

    /// <summary>The models that were asked, by the names that their runs gave them.</summary>
    public IReadOnlyCollection<string> Models => _models;

    /// <summary>Some of the recorded calls, to compare one with that is not recorded.</summary>
    internal IReadOnlyList<CassetteLine> Samples => _samples;

    /// <summary>
    /// Opens a cassette and reads it through once. Throws <see cref="BadInputException"/> with file and line when it cannot be read.
    /// </summary>
    public static Cassette Open(string path)
    {
        Cassette? cassette = null;
        try
        {
            cassette = new Cassette(path, File.OpenHandle(path, options: FileOptions.RandomAccess));
            cassette.Index();
            return cassette;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or JsonException)
        {
            cassette?.Dispose();
            var reason = exception is FileNotFoundException or DirectoryNotFoundException ? "it does not exist"
                : Directory.Exists(path) ? "it is a directory" : OneLine.Of(exception.Message);
            throw new BadInputException($"cannot replay {path}: {reason}", exception);
        }
        catch
        {
            cassette?.Dispose();
            throw;
        }
    }

    /// <summary>The call of a request, a row and a repeat; null when it is not recorded.</summary>
    internal CassetteLine? Find(string digest, string row, int repeat) =>
        _calls.TryGetValue(Key(digest, row, repeat), out var offset) && Read(offset) is { } line && line.Digest == digest && line.Row == row && line.Repeat == repeat
            ? line
            : null;

    /// <summary>The last recorded call of a row, whatever was asked; null when the row is not recorded.</summary>
    internal CassetteLine? FindRow(string row) =>
        _rows.TryGetValue(Key(row), out var offset) && Read(offset) is { } line && line.Row == row ? line : null;

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Index()
    {
        foreach (var (number, (offset, bytes)) in CassetteLines.All(_file).Index())
        {
            if (Parse(bytes, $"line {number + 1}") is not { } line)
            {
                continue;
            }

            _calls[Key(line.Digest!, line.Row, line.Repeat)] = offset;
            _rows[Key(line.Row)] = offset;
            _models.Add(line.Request.Text("model") ?? "");
            if (_samples.Count < MostSamples)
            {
                _samples.Add(line);
            }
        }

        if (_calls.Count == 0)
        {
            throw new BadInputException($"{Path} holds no recorded calls");
        }
    }

    private CassetteLine? Read(long offset) => Parse(CassetteLines.At(_file, offset), $"byte {offset}");

    private CassetteLine? Parse(ReadOnlyMemory<byte> line, string place)
    {
        try
        {
            return CassetteLines.Parse(line.Span);
        }
        catch (JsonException exception)
        {
            // Where in the line it breaks is behind the parser's full stop: the line's number is what helps.
            var reason = OneLine.Of(exception.Message.Split(" Path:")[0].Split(" LineNumber:")[0], 160).TrimEnd('.');
            throw new BadInputException(
                $"{Path}, {place}: not a recorded call ({reason}); remove the line if a recording was cut there, or record it again", exception);
        }
    }

    // Eight bytes a call are enough to find a line, which then says whether it is the one.
    private static ulong Key(params ReadOnlySpan<object> parts) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
