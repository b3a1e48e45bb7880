using System.Globalization;
using Assay.Data;

namespace Assay.Labels;

/// <summary>
/// Labels as whole words anywhere in the answer, without regard to case; where one label begins another (<c>not relevant</c>,
/// <c>not</c>) the longer counts. A label that the words before it deny does not count.
/// </summary>
internal sealed class MatchLabelReader : ILabelReader
{
    private readonly (string Word, string Label)[] _words;
    private readonly LabelChoice _choice;

    public MatchLabelReader(LabelNames names, LabelChoice choice)
    {
        _words = [.. names.Words.OrderByDescending(word => word.Key.Length).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => (word.Key, word.Value))];
        _choice = choice;
    }

    public LabelReading Read(FieldValue answer)
    {
        var text = answer.Text!;
        List<string> found = [], negated = [];
        for (var (place, end) = (0, 0); place < text.Length; place++)
        {
            if (At(text, place) is not { } match) continue;
            if (Negation.Before(text.AsSpan(end, place - end)) is { } negator) negated.Add($"{negator} {match.Label}");
            else found.Add(match.Label);
            end = place + match.Word.Length;
            place = end - 1;
        }

        return FoundLabels.Choose(found, negated, _choice);
    }

    private (string Word, string Label)? At(string text, int place)
    {
        if (!IsBoundary(text, place)) return null;
        foreach (var word in _words)
        {
            if (string.Compare(text, place, word.Word, 0, word.Word.Length, StringComparison.OrdinalIgnoreCase) == 0
                && IsBoundary(text, place + word.Word.Length)) return word;
        }

        return null;
    }

    // Between two characters of one word there is none; scripts that write no spaces have one everywhere.
    private static bool IsBoundary(string text, int place) =>
        place == 0 || place == text.Length || !IsOfWord(text[place - 1]) || !IsOfWord(text[place]);

    private static bool IsOfWord(char c) =>
        (char.IsLetterOrDigit(c) || c == '_' || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) && !IsOfScriptWithoutSpaces(c);

    private static bool IsOfScriptWithoutSpaces(char c) => c is
        >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF'
        or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
