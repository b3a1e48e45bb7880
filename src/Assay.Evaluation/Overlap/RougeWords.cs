using System.Globalization;
using System.Text;

namespace Assay.Overlap;

/// <summary>What is a letter of a token, and what a token by itself.</summary>
internal static class RougeWords
{
    private const char KelvinSign = '\u212A';
    private const char DottedI = '\u0130';

    /// <summary>
    /// The reference's tokens: runs of a to z and 0 to 9 once the text is in lower case, which makes the Kelvin sign a k, and İ an i with a
    /// dot that stands apart.
    /// </summary>
    public static void ReadAscii(string text, ref RougeReader reader)
    {
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c)) reader.Add(c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c);
            else if (c == '\n') reader.EndLine();
            else if (c == KelvinSign) reader.Add('k');
            else
            {
                if (c == DottedI) reader.Add('i');
                reader.EndWord();
            }
        }
    }

    /// <summary>Runs of letters, digits and the marks on them in lower case; a character of a script without spaces is one by itself.</summary>
    public static void ReadAnyScript(string text, ref RougeReader reader)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                if (Rune.IsLetterOrDigit(rune)) reader.Add((char)Rune.ToLowerInvariant(rune).Value);
                else if (rune.Value == '\n') reader.EndLine();
                else reader.EndWord();
                continue;
            }

            if (IsMark(rune))
            {
                if (reader.InWord) Add(rune, ref reader);
            }
            else if (StandsAlone(rune.Value))
            {
                reader.EndWord();
                if (Rune.IsLetterOrDigit(rune)) Add(rune, ref reader);
            }
            else if (Rune.IsLetter(rune) || Rune.IsNumber(rune)) Add(Rune.ToLowerInvariant(rune), ref reader);
            else reader.EndWord();
        }
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static void Add(Rune rune, ref RougeReader reader)
    {
        Span<char> units = stackalloc char[2];
        var length = rune.EncodeToUtf16(units);
        for (var i = 0; i < length; i++) reader.Add(units[i]);
    }

    // Thai, Lao, Myanmar, Khmer, kana, Bopomofo and ideographs with their extensions: written without spaces between words.
    private static bool StandsAlone(int codePoint) => codePoint
        is >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF or >= 0x2E80 and <= 0x2FDF or >= 0x3005 and <= 0x3007
        or >= 0x3021 and <= 0x3029 or >= 0x3031 and <= 0x312F or >= 0x31A0 and <= 0x31BF or >= 0x31F0 and <= 0x31FF or >= 0x3400 and <= 0x4DBF
        or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0xFF66 and <= 0xFF9F or >= 0x1B000 and <= 0x1B16F
        or >= 0x20000 and <= 0x3FFFF;
}
