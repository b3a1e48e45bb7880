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

    /// <summary>The same with the ellipsis in the middle, for names that often differ at their ends only.</summary>
    public static string Middle(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        Rune[] runes = [.. text.EnumerateRunes()];
        if (runes.Sum(WidthOf) <= most)
        {
            return text;
        }

        var (left, right, room) = (0, runes.Length, most - 1.0);
        while (left < right)
        {
            // One from the front, one from the end, as long as there is room.
            var isFront = left <= runes.Length - right;
            room -= WidthOf(runes[isFront ? left : right - 1]);
            if (room < 0)
            {
                break;
            }

            _ = isFront ? left++ : right--;
        }

        return string.Concat(runes.Take(left).Select(rune => rune.ToString()).Append("…").Concat(runes.Skip(right).Select(rune => rune.ToString())));
    }

    private static double WidthOf(Rune rune) => rune.Value switch
    {
        >= FirstWide => 2,
        'W' or 'M' or '@' => 1.8,
        _ => Rune.IsUpper(rune) ? 1.25 : 1,
    };
}
