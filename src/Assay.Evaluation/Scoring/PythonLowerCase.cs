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
            else if (text[i] == '\u03A3') lower.Append(IsFinal(text.AsSpan(0, i), text.AsSpan(i + 1)) ? '\u03C2' : '\u03C3');
            else if (Rune.TryGetRuneAt(text, i, out var rune))
            {
                lower.Append(Rune.ToLowerInvariant(rune).ToString());
                i += rune.Utf16SequenceLength - 1;
            }
            else lower.Append(text[i]);
        }

        return lower.ToString();
    }

    private static bool IsFinal(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        while (LastOf(before, out var units) is { } rune)
        {
            if (!IsCaseIgnorable(rune)) return IsCased(rune) && !BeginsCased(after);
            before = before[..^units];
        }

        return false;
    }

    private static bool BeginsCased(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            Rune.DecodeFromUtf16(text, out var rune, out var units);
            if (!IsCaseIgnorable(rune)) return IsCased(rune);
            text = text[units..];
        }

        return false;
    }

    private static Rune? LastOf(ReadOnlySpan<char> text, out int units)
    {
        Rune.DecodeLastFromUtf16(text, out var rune, out units);
        return text.IsEmpty ? null : rune;
    }

    // Unicode's Cased: the three categories of letters with case, and ª, º, Roman numerals, circled and squared letters.
    private static bool IsCased(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        || rune.Value is 0xAA or 0xBA or >= 0x2160 and <= 0x217F or >= 0x24B6 and <= 0x24E9
            or >= 0x1F130 and <= 0x1F149 or >= 0x1F150 and <= 0x1F169 or >= 0x1F170 and <= 0x1F189;

    // Unicode's Case_Ignorable: marks, format characters, modifiers, and the punctuation that stands inside words.
    private static bool IsCaseIgnorable(Rune rune) =>
        rune.Value is '\'' or '.' or ':' or 0xB7 or 0x387 or 0x55F or 0x5F4 or 0x2018 or 0x2019 or 0x2024 or 0x2027
            or 0xFE13 or 0xFE52 or 0xFE55 or 0xFF07 or 0xFF0E or 0xFF1A
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;
}
