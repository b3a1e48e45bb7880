using System.Text;
using System.Text.Json;
using Assay.Formats;

namespace Assay.Models;

/// <summary>Writes recorded calls to a file, one JSON object a line, each line at once. Safe for concurrent use within one process.</summary>
public sealed class CassetteWriter : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly Secrets _secrets;
    private readonly SemaphoreSlim _gate = new(1);
    private readonly bool _isNew;
    private bool _holdsOld;
    private bool _hasWritten;

    private CassetteWriter(FileStream file, Secrets secrets, bool isNew, bool append)
    {
        _file = file;
        _secrets = secrets;
        _isNew = isNew;
        _holdsOld = !append;
    }

    /// <summary>
    /// Opens a file for recording. Throws <see cref="BadInputException"/> when it cannot be written, or holds something else than recorded calls.
    /// Calls that it holds are replaced when the first one is written: an evaluation that comes to no call costs nobody a recording.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="append">Whether calls that it holds are kept, for an evaluation that is taken up again.</param>
    /// <param name="secrets">What must not get into the file.</param>
    public static CassetteWriter Open(string path, bool append, Secrets secrets)
    {
        FileStream? file = null;
        try
        {
            var isNew = !File.Exists(path);
            // Without a buffer: a line is with the system as soon as it is written.
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
            RefuseOther(file);
            if (append)
            {
                CloseLastLine(file);
            }

            file.Seek(0, SeekOrigin.End);
            return new CassetteWriter(file, secrets, isNew, append);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or JsonException)
        {
            file?.Dispose();
            throw CannotWrite(path, exception);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync().ConfigureAwait(false);
        _gate.Dispose();
        if (_isNew && !_hasWritten)
        {
            File.Delete(_file.Name);
        }
    }

    // Not to be cancelled: an answer that was paid for is kept.
    internal async Task WriteAsync(CassetteLine line)
    {
        var text = _secrets.Scrub(JsonSerializer.Serialize(line, ModelsJson.Readable.CassetteLine)) + '\n';
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_holdsOld)
            {
                _file.SetLength(0);
                _holdsOld = false;
            }

            _hasWritten = true;
            await _file.WriteAsync(Encoding.UTF8.GetBytes(text)).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw new RecordingException(CannotWrite(_file.Name, exception).Message, exception);
        }
        finally
        {
            _gate.Release();
        }
    }

    private static BadInputException CannotWrite(string path, Exception exception)
    {
        var reason = Directory.Exists(path) ? "it is a directory" : OneLine.Of(exception.Message);
        return new BadInputException($"cannot record to {path}: {reason}", exception);
    }

    // A mistyped name must not cost somebody a data file.
    private static void RefuseOther(FileStream file)
    {
        foreach (var (_, line) in CassetteLines.All(file.SafeFileHandle).Take(1))
        {
            if (!IsCall(line.Span) && file.Length > line.Length)
            {
                throw new BadInputException($"cannot record to {file.Name}: it exists and holds something else than recorded calls; name another file");
            }
        }
    }

    // An end without warning may have cut the last line.
    private static void CloseLastLine(FileStream file)
    {
        if (file.Length == 0 || EndsWithLineEnd(file))
        {
            return;
        }

        var last = CassetteLines.All(file.SafeFileHandle).Select(line => line.Offset).Last();
        if (IsCall(CassetteLines.At(file.SafeFileHandle, last).Span))
        {
            file.Seek(0, SeekOrigin.End);
            file.Write("\n"u8);
        }
        else
        {
            file.SetLength(last);
        }
    }

    private static bool EndsWithLineEnd(FileStream file)
    {
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }

    private static bool IsCall(ReadOnlySpan<byte> line)
    {
        try
        {
            return CassetteLines.Parse(line) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
