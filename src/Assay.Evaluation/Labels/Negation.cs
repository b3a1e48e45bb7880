namespace Assay.Labels;

/// <summary>
/// Whether the words right before a label deny it: "not positive", "isn't a very positive", "não é positivo", "pas positif". Words of
/// degree and articles may stand between; anything else ends the search, so that "not bad, positive" and "not only positive" deny nothing.
/// English, Spanish, French, Portuguese, German, and Chinese 不 and 非.
/// </summary>
internal static class Negation
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Negators = Words(
        """
        not no non never neither nor without cannot isn't aren't wasn't weren't don't doesn't didn't won't can't couldn't wouldn't shouldn't
        hasn't haven't hadn't isnt arent wasnt werent dont doesnt didnt wont hardly barely
        não nao nem nunca sem ni nunca jamás jamas sin pas jamais sans aucun aucune nicht kein keine keinen keiner weder noch
        """);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Between = Words(
        """
        a an the be been being is was it very really so too that particularly especially exactly entirely completely fully clearly truly
        necessarily quite overly at all label labelled labeled classified as
        é e está esta foi um uma o muito realmente totalmente es era un una el la muy est était été du tout très le vraiment
        ist war ein eine einen das der die sehr wirklich ganz
        """);

    /// <summary>The word that denies what comes next, in lower case; null when none does.</summary>
    /// <param name="text">What stands before the label, from the label before it on.</param>
    public static string? Before(ReadOnlySpan<char> text)
    {
        if (text is [.., '不' or '非']) return text[^1..].ToString();
        Span<char> lower = stackalloc char[24];
        while (LastWord(text, out var before) is { IsEmpty: false } word && word.Length <= lower.Length)
        {
            var folded = lower[..word.ToLowerInvariant(lower)];
            folded.Replace('’', '\'');
            if (Negators.Contains(folded)) return folded.ToString();
            if (!Between.Contains(folded)) return null;
            text = before;
        }

        return null;
    }

    /// <summary>The last word, with nothing but spaces, quotation marks, emphasis and a hyphen behind it; empty when there is none.</summary>
    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text, out ReadOnlySpan<char> before)
    {
        var end = text.TrimEnd(" \t\r\n\"'“”«»‘’`*_-‑").Length;
        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '\'' or '’')) start--;
        before = text[..start];
        return text[start..end];
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
