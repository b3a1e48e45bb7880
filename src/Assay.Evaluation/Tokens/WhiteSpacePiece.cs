namespace Assay.Tokens;

/// <summary>The end of every pattern: what a run of white space is cut into. No white space lies above U+FFFF.</summary>
internal static class WhiteSpacePiece
{
    /// <summary><c>\s+(?!\S)|\s+</c>: the run without its last character when something follows.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var end = TokenCharacter.EndOfRun(TokenCharacter.Space, text, start);
        return end == text.Length || end == start + 1 ? end : end - 1;
    }

    /// <summary><c>\s*[\r\n]+|\s+(?!\S)|\s+</c>: up to the last line break of the run, if there is one.</summary>
    public static int EndAtLineBreak(ReadOnlySpan<char> text, int start)
    {
        var end = TokenCharacter.EndOfRun(TokenCharacter.Space, text, start);
        var lineBreak = text[start..end].LastIndexOfAny('\r', '\n');
        return lineBreak >= 0 ? start + lineBreak + 1
            : end == text.Length || end == start + 1 ? end
            : end - 1;
    }
}
