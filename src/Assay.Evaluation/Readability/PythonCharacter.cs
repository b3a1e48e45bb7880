using System.Runtime.CompilerServices;
using System.Text;

namespace Assay.Readability;

/// <summary>
/// Character classes as Python 3.11 has them (Unicode 14.0), which .NET's differ from: <c>\w</c> holds every numeric character and no mark,
/// <c>\s</c> holds U+001C to U+001F. Surrogates that stand alone belong to no class.
/// </summary>
internal static class PythonCharacter
{
    public const byte Other = 0;
    public const byte Word = 1;
    public const byte Space = 2;
    public const byte Terminator = 3;
    public const byte Apostrophe = 4;

    // One bit for each code point of the two lower planes and of the two ideographic ones; no \w lies above.
    private const int WordLimit = 0x40000;
    private static readonly byte[] Ascii = BuildAscii();
    private static readonly ulong[] WordBits = BuildWordBits();

    /// <summary>The class of an ASCII character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte OfAscii(char c) => Ascii[c & 0x7F];

    /// <summary>The class of a code point from U+0080 up.</summary>
    public static byte OfOther(int codePoint) =>
        codePoint < WordLimit && (WordBits[codePoint >> 6] >> (codePoint & 63) & 1) != 0 ? Word
        : IsSpace(codePoint) ? Space
        : Other;

    /// <summary>The code point at an index, and how many UTF-16 units it takes; a lone surrogate stands for itself.</summary>
    public static int At(ReadOnlySpan<char> text, int index, out int units)
    {
        var c = text[index];
        if (char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            units = 2;
            return char.ConvertToUtf32(c, text[index + 1]);
        }

        units = 1;
        return c;
    }

    /// <summary>The lower case of a code point; U+0130, the only one that becomes two, is left to the caller.</summary>
    public static int ToLower(int codePoint) =>
        codePoint == 0x212A ? 'k'
        : Rune.TryCreate(codePoint, out var rune) ? Rune.ToLowerInvariant(rune).Value
        : codePoint;

    /// <summary>Whether an apostrophe before this text begins an English contraction: t, s, d, ve, ll or re, in lower case.</summary>
    public static bool BeginsContraction(ReadOnlySpan<char> after) =>
        !after.IsEmpty && after[0] switch
        {
            't' or 's' or 'd' => true,
            'v' or 'r' => after.Length > 1 && after[1] == 'e',
            'l' => after.Length > 1 && after[1] == 'l',
            _ => false,
        };

    private static bool IsSpace(int codePoint) => codePoint switch
    {
        0x85 or 0xA0 or 0x1680 or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000 => true,
        _ => codePoint is >= 0x2000 and <= 0x200A,
    };

    private static byte[] BuildAscii()
    {
        var classes = new byte[128];
        for (var c = 0; c < 128; c++)
            classes[c] = c is >= 0x09 and <= 0x0D or >= 0x1C and <= 0x20 ? Space
                : c is '.' or '!' or '?' ? Terminator
                : c == '\'' ? Apostrophe
                : char.IsAsciiLetterOrDigit((char)c) || c == '_' ? Word
                : Other;
        return classes;
    }

    private static ulong[] BuildWordBits()
    {
        var bits = new ulong[WordLimit / 64];
        var pairs = WordCharacterRanges.Pairs;
        for (var i = 0; i < pairs.Length; i += 2)
            for (var c = pairs[i]; c <= pairs[i + 1]; c++)
                bits[c >> 6] |= 1UL << (c & 63);
        return bits;
    }
}
