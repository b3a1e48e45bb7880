using System.Text;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Assay.Models;

/// <summary>The lines of a cassette: read one after another, or one by its place in the file.</summary>
internal static class CassetteLines
{
    private const int Longest = 128 << 20;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>All lines in order, with their places. The last one may lack its line end.</summary>
    public static IEnumerable<(long Offset, ReadOnlyMemory<byte> Line)> All(SafeFileHandle file)
    {
        var length = RandomAccess.GetLength(file);
        for (var offset = 0L; offset < length;)
        {
            var line = At(file, offset, out var next);
            yield return (offset, line);
            offset = next;
        }
    }

    /// <summary>The line that begins at a place, and where the next one begins.</summary>
    public static ReadOnlyMemory<byte> At(SafeFileHandle file, long offset, out long next)
    {
        var buffer = new byte[8 << 10];
        var filled = 0;
        while (true)
        {
            var read = RandomAccess.Read(file, buffer.AsSpan(filled), offset + filled);
            var end = buffer.AsSpan(filled, read).IndexOf((byte)'\n');
            filled += read;
            if (end >= 0 || read == 0)
            {
                var whole = end >= 0 ? filled - read + end : filled;
                next = offset + whole + (end >= 0 ? 1 : 0);
                return buffer.AsMemory(0, whole);
            }

            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, filled < Longest ? filled * 2 : throw new JsonException("the line has no end"));
            }
        }
    }

    /// <summary>A line's call; null for a blank line. Throws <see cref="JsonException"/> when it is not one.</summary>
    public static CassetteLine? Parse(ReadOnlySpan<byte> line)
    {
        var text = WithoutMark(line).Trim(" \t\r"u8);
        if (text.IsEmpty)
        {
            return null;
        }

        try
        {
            Strict.GetCharCount(text);
            var parsed = JsonSerializer.Deserialize(text, ModelsJson.Readable.CassetteLine) ?? throw new JsonException("it is null");
            return (parsed.Answer is null) == (parsed.Error is null) ? throw new JsonException("it must hold either an answer or an error")
                : parsed.Digest is not null ? parsed
                : parsed with { Digest = RequestDocument.Digest(RequestDocument.Write(parsed.Request)) };
        }
        catch (Exception exception) when (exception is DecoderFallbackException or InvalidOperationException)
        {
            throw new JsonException("it is not valid UTF-8", exception);
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> line) => line.StartsWith("\uFEFF"u8) ? line[3..] : line;
}
