using System.Globalization;
using System.Text;

namespace Assay.Scoring;

/// <summary>
/// Python's <c>str.lower</c>: the full mapping, where İ becomes two code points and Σ becomes ς at the end of a word
/// (after a cased letter and before none, case-ignorable characters passed over).
/// </summary>
internal static class PythonLowerCase
{
    public static string Of(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var lower = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\u0130') lower.Append("i\u0307");
            else if (text[i] == '\u03A3') lower.Append(IsFinal(text, i) ? '\u03C2' : '\u03C3');
            else if (Rune.TryGetRuneAt(text, i, out var rune))
            {
                lower.Append(Rune.ToLowerInvariant(rune).ToString());
                i += rune.Utf16SequenceLength - 1;
            }
            else lower.Append(text[i]);
        }

        return lower.ToString();
    }

    private static bool IsFinal(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && IsCaseIgnorable(text[before])) before--;
        if (before < 0 || !IsCased(text[before])) return false;
        var after = at + 1;
        while (after < text.Length && IsCaseIgnorable(text[after])) after++;
        return after == text.Length || !IsCased(text[after]);
    }

    private static bool IsCased(char c) => char.IsLower(c) || char.IsUpper(c) || char.GetUnicodeCategory(c) == UnicodeCategory.TitlecaseLetter;

    private static bool IsCaseIgnorable(char c) => c is '\'' or '.' or ':' or '^' or '`' or '\u00B7' or '\u2019' or '\u2018' or '\u2024' or '\u2027'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format or UnicodeCategory.ModifierLetter
            or UnicodeCategory.ModifierSymbol;
}
