namespace Assay.Overlap.Words;

/// <summary>White space as Python's <c>str.split</c> and <c>str.strip</c> have it: .NET's, and the separators U+001C to U+001F.</summary>
internal static class PythonSpace
{
    public static bool Is(char c) => char.IsWhiteSpace(c) || c is >= '\x1C' and <= '\x1F';

    public static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && Is(text[end - 1])) end--;
        return text[..end];
    }

    public static ReadOnlySpan<char> TrimStart(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && Is(text[start])) start++;
        return text[start..];
    }

    /// <summary>Takes the next word from the front of a text; false when there is none.</summary>
    public static bool TakeWord(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> word)
    {
        rest = TrimStart(rest);
        var end = 0;
        while (end < rest.Length && !Is(rest[end])) end++;
        word = rest[..end];
        rest = rest[end..];
        return end > 0;
    }
}
