namespace Assay.Toxicity;

/// <summary>Cuts a text into windows at white space or, in a text without any, anywhere; folds each and shortens long runs of one letter.</summary>
internal static class WindowReader
{
    /// <summary>Fills the window from <paramref name="text"/> at <paramref name="position"/>; false at the end of the text.</summary>
    public static bool Read(ReadOnlySpan<char> text, ref int position, TextWindow window) => Read(text, ref position, window, TextWindow.Capacity);

    /// <summary>The same with at most <paramref name="limit"/> characters, cut after a sentence where one ends in the last two thirds.</summary>
    public static bool Read(ReadOnlySpan<char> text, ref int position, TextWindow window, int limit)
    {
        var chars = window.Chars;
        var count = 0;
        var lastSpace = -1;
        var afterSpace = position;
        var endsSentence = false;
        while (position < text.Length && count < limit - 2)
        {
            var added = TextFolding.Fold(text, ref position, chars.AsSpan(count));
            if (added == 0 || (added == 1 && IsThirdInRow(chars, count)))
            {
                continue;
            }

            count += added;
            if (chars[count - 1] is not (' ' or '\n'))
            {
                continue;
            }

            var ends = count > limit / 3 && chars[count - 2] is '.' or '!' or '?';
            if (ends || !endsSentence)
            {
                endsSentence = ends;
                lastSpace = count;
                afterSpace = position;
            }
        }

        if (position < text.Length && lastSpace > limit / 3)
        {
            count = lastSpace;
            position = afterSpace;
        }

        window.CharCount = count;
        window.Spare = TextWindow.Capacity;
        window.RawCount = window.TokenCount = window.FeatureCount = 0;
        return count > 0;
    }

    private static bool IsThirdInRow(char[] chars, int at)
    {
        if (at < 2)
        {
            return false;
        }

        var c = chars[at];
        return c == chars[at - 1] && c == chars[at - 2] && (c is >= 'a' and <= 'z' or ' ' or '!' or '?' or '.');
    }
}
