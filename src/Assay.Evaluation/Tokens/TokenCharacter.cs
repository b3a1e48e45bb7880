using System.Globalization;
using System.Runtime.CompilerServices;

namespace Assay.Tokens;

/// <summary>
/// The character classes that the pre-tokenisers' patterns name, as flags: <c>\p{L}</c>, <c>\p{N}</c>, <c>\s</c>, and o200k_base's two
/// groups of letter-like categories. A lone surrogate counts as U+FFFD, which it becomes in UTF-8.
/// </summary>
internal static class TokenCharacter
{
    public const byte Letter = 1;
    public const byte Number = 2;
    public const byte Space = 4;
    public const byte LineBreak = 8;

    /// <summary>Lu, Lt, Lm, Lo, M: what an o200k_base word may begin with.</summary>
    public const byte Leading = 16;

    /// <summary>Ll, Lm, Lo, M: what an o200k_base word may go on with.</summary>
    public const byte Trailing = 32;

    private const byte Surrogate = 128;
    private static readonly byte[] Plane = BuildPlane();

    /// <summary>The flags of the code point at an index, and how many UTF-16 units it takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte At(ReadOnlySpan<char> text, int index, out int units)
    {
        var flags = Plane[text[index]];
        units = 1;
        return flags == Surrogate ? AtSurrogate(text, index, out units) : flags;
    }

    /// <summary>Whether the code point at an index has one of the flags; false at the end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(byte flags, ReadOnlySpan<char> text, int index) => index < text.Length && (At(text, index, out _) & flags) != 0;

    /// <summary>The end of the run of code points that have one of the flags.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int EndOfRun(byte flags, ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length && (At(text, index, out var units) & flags) != 0) index += units;
        return index;
    }

    /// <summary>The end of the run of code points that are neither letter nor number nor white space.</summary>
    public static int EndOfMarks(ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length && (At(text, index, out var units) & (Letter | Number | Space)) == 0) index += units;
        return index;
    }

    private static byte AtSurrogate(ReadOnlySpan<char> text, int index, out int units)
    {
        units = 1;
        if (!char.IsHighSurrogate(text[index]) || index + 1 >= text.Length || !char.IsLowSurrogate(text[index + 1])) return 0;
        units = 2;
        return Flags(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[index], text[index + 1])));
    }

    private static byte[] BuildPlane()
    {
        var plane = new byte[char.MaxValue + 1];
        for (var c = 0; c < plane.Length; c++)
            plane[c] = char.IsWhiteSpace((char)c) ? (byte)(c is '\r' or '\n' ? Space | LineBreak : Space)
                : char.IsSurrogate((char)c) ? Surrogate
                : Flags(CharUnicodeInfo.GetUnicodeCategory((char)c));
        return plane;
    }

    private static byte Flags(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => Letter | Leading,
        UnicodeCategory.LowercaseLetter => Letter | Trailing,
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => Letter | Leading | Trailing,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Leading | Trailing,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Number,
        _ => 0,
    };
}
