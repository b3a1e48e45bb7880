using System.Text;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Assay.Models;

/// <summary>The lines of a cassette: read one after another, or one by its place in the file.</summary>
internal static class CassetteLines
{
    private const int Longest = 128 << 20;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>
    /// All lines in order, with their places. The last one may lack its line end. A line's bytes hold until the next one is asked for.
    /// </summary>
    public static IEnumerable<(long Offset, ReadOnlyMemory<byte> Line)> All(SafeFileHandle file)
    {
        var buffer = new byte[64 << 10];
        var (offset, start, filled) = (0L, 0, 0);
        while (true)
        {
            var length = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                yield return (offset + start, buffer.AsMemory(start, length));
                start += length + 1;
                continue;
            }

            // The beginning of a line moves to the front, to be completed.
            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            (offset, start, filled) = (offset + start, 0, filled - start);
            buffer = filled == buffer.Length ? Grown(buffer) : buffer;
            var read = RandomAccess.Read(file, buffer.AsSpan(filled), offset + filled);
            filled += read;
            if (read == 0)
            {
                break;
            }
        }

        if (filled > 0)
        {
            yield return (offset, buffer.AsMemory(0, filled));
        }
    }

    /// <summary>The line that begins at a place.</summary>
    public static ReadOnlyMemory<byte> At(SafeFileHandle file, long offset)
    {
        var buffer = new byte[8 << 10];
        var filled = 0;
        while (true)
        {
            var read = RandomAccess.Read(file, buffer.AsSpan(filled), offset + filled);
            var end = buffer.AsSpan(filled, read).IndexOf((byte)'\n');
            if (end >= 0 || read == 0)
            {
                return buffer.AsMemory(0, filled + Math.Max(end, 0));
            }

            filled += read;
            buffer = filled == buffer.Length ? Grown(buffer) : buffer;
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

    private static byte[] Grown(byte[] buffer)
    {
        Array.Resize(ref buffer, buffer.Length < Longest ? buffer.Length * 2 : throw new JsonException("a line has no end"));
        return buffer;
    }
}
