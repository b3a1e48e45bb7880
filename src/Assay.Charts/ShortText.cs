using System.Text;

namespace Assay.Charts;

/// <summary>Names that fit beside a picture.</summary>
public static class ShortText
{
    private const int FirstWide = 0x1100;

    /// <summary>
    /// The text, or its beginning and an ellipsis, in the room of so many small letters: a capital takes a little more, a letter of the writings that
    /// are as wide as high takes two. A pair of surrogates is never cut in two.
    /// </summary>
    public static string Of(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        double width = 0;
        var (end, at) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            width += WidthOf(rune);
            if (width > most)
            {
                return string.Concat(text.AsSpan(0, end), "…");
            }

            at += rune.Utf16SequenceLength;
            end = width <= most - 1 ? at : end;
        }

        return text;
    }

    private static double WidthOf(Rune rune) => rune.Value >= FirstWide ? 2 : Rune.IsUpper(rune) ? 1.2 : 1;
}
