namespace Assay.Toxicity;

/// <summary>Which characters make up a word: letters, digits, signs used for letters between them, and some apostrophes.</summary>
internal static class WordLetters
{
    public static bool BeginsWord(ReadOnlySpan<char> chars, int at)
    {
        var c = chars[at];
        return IsLetterOrDigit(c) || (c == '$' && at + 1 < chars.Length && char.IsAsciiLetter(chars[at + 1]));
    }

    public static bool ContinuesWord(ReadOnlySpan<char> chars, int at)
    {
        var c = chars[at];
        if (IsLetterOrDigit(c))
        {
            return true;
        }

        var next = at + 1 < chars.Length ? chars[at + 1] : ' ';
        return c switch
        {
            '$' or '*' or '@' => IsLetterOrDigit(next) || next == c || (at > 0 && chars[at - 1] == c) || (c == '$' && next is ' '),
            '!' or '|' or '+' or '\u20ac' or '#' => IsLetterOrDigit(next),
            _ => false,
        };
    }

    public static bool IsAddress(ReadOnlySpan<char> rest) =>
        rest.StartsWith("http://") || rest.StartsWith("https://") || rest.StartsWith("www.");

    /// <summary>
    /// An apostrophe is passed over inside a word ("dont"), but splits after one or two letters ("l'idee", "i'm"), which in Romance languages are a word,
    /// and before a possessive s.
    /// </summary>
    public static bool JoinsByApostrophe(ReadOnlySpan<char> chars, int start, int end, int at)
    {
        if (at + 1 >= chars.Length || !char.IsAsciiLetter(chars[at + 1]))
        {
            return false;
        }

        return end - start > 2 && !IsPossessive(chars, at);
    }

    /// <summary>The position after a possessive s, or the same.</summary>
    public static int SkipPossessive(ReadOnlySpan<char> chars, int at) =>
        at < chars.Length && chars[at] == '\'' && IsPossessive(chars, at) ? at + 2 : at;

    private static bool IsPossessive(ReadOnlySpan<char> chars, int at) =>
        at + 1 < chars.Length && chars[at + 1] == 's' && (at + 2 >= chars.Length || !IsLetterOrDigit(chars[at + 2]));

    private static bool IsLetterOrDigit(char c) =>
        c < 128 ? c is >= 'a' and <= 'z' or >= '0' and <= '9' : char.IsLetterOrDigit(c);
}
