namespace Assay.Checks;

/// <summary>
/// Levenshtein's distance (1966): how many characters must be inserted, deleted or replaced to make one text of the other. Characters are code
/// points. Myers's bit vectors (1999): 64 cells of the table at a time, memory linear in the texts.
/// </summary>
public static class Levenshtein
{
    /// <summary>The distance: 0 for equal texts, at most the length of the longer one.</summary>
    public static int Distance(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (string.Equals(a, b, StringComparison.Ordinal)) return 0;
        var numbers = new Dictionary<int, int>();
        int[] pattern = Numbers(a, numbers), text = Numbers(b, numbers);
        return pattern.Length == 0 ? text.Length : text.Length == 0 ? pattern.Length : new EditRows(pattern, numbers.Count).Distance(text);
    }

    /// <summary>1 − distance / length of the longer text: from 0, nothing in common, to 1, equal; 1 for two empty texts.</summary>
    public static double Similarity(string a, string b)
    {
        var longer = Math.Max(Length(a), Length(b));
        return longer == 0 ? 1 : 1 - ((double)Distance(a, b) / longer);
    }

    private static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes()) length++;
        return length;
    }

    private static int[] Numbers(string text, Dictionary<int, int> numbers)
    {
        var given = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!numbers.TryGetValue(rune.Value, out var number)) numbers[rune.Value] = number = numbers.Count;
            given.Add(number);
        }

        return [.. given];
    }
}
