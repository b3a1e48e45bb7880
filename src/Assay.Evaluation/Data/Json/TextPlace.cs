namespace Assay.Data.Json;

/// <summary>A place in a text, all counted from 1.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The character in it.</param>
/// <param name="Byte">The byte in it.</param>
internal readonly record struct TextPlace(long Line, long Column, long Byte)
{
    public static TextPlace StartOf(long line) => new(line, 1, 1);

    /// <summary>The place behind some bytes that begin here.</summary>
    public TextPlace After(ReadOnlySpan<byte> bytes)
    {
        var lines = bytes.Count((byte)'\n');
        var rest = lines == 0 ? bytes : bytes[(bytes.LastIndexOf((byte)'\n') + 1)..];
        var characters = Utf8Text.CountCharacters(rest);
        return lines == 0
            ? new(Line, Column + characters, Byte + rest.Length)
            : new(Line + lines, characters + 1, rest.Length + 1);
    }
}
