namespace Assay.Tokens;

/// <summary>The English contractions that the patterns name: 's 't 're 've 'm 'll 'd.</summary>
internal static class Contraction
{
    /// <summary>The length of the contraction that begins at an index, apostrophe included; 0 without one.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int index)
    {
        if (index + 1 >= text.Length || text[index] != '\'') return 0;
        var second = index + 2 < text.Length ? text[index + 2] : '\0';
        return text[index + 1] switch
        {
            's' or 't' or 'm' or 'd' => 2,
            'r' or 'v' when second == 'e' => 3,
            'l' when second == 'l' => 3,
            _ => 0,
        };
    }

    /// <summary>The same whatever the case; Unicode's case folding counts ſ as s.</summary>
    public static int LengthIgnoringCaseAt(ReadOnlySpan<char> text, int index)
    {
        if (index + 1 >= text.Length || text[index] != '\'') return 0;
        var second = index + 2 < text.Length ? text[index + 2] | 0x20 : '\0';
        return text[index + 1] switch
        {
            's' or 'S' or '\u017F' or 't' or 'T' or 'm' or 'M' or 'd' or 'D' => 2,
            'r' or 'R' or 'v' or 'V' when second == 'e' => 3,
            'l' or 'L' when second == 'l' => 3,
            _ => 0,
        };
    }
}
