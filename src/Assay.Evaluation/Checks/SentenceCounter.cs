using System.Text;

namespace Assay.Checks;

/// <summary>
/// Sentences as a reader counts them: what ends with . ! ? or … before white space or the end, or with 。 ！ ？ anywhere, and holds a letter or
/// digit. What follows the last mark counts too. Abbreviations before a space are taken for ends.
/// </summary>
internal static class SentenceCounter
{
    public static int Count(string text)
    {
        var count = 0;
        bool hasWord = false, atEnd = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                hasWord = true;
                atEnd = false;
                continue;
            }

            var endsAnywhere = rune.Value is '。' or '！' or '？';
            if (hasWord && (endsAnywhere || (atEnd && Rune.IsWhiteSpace(rune))))
            {
                count++;
                (hasWord, atEnd) = (false, false);
            }
            else if (rune.Value is '.' or '!' or '?' or '…') atEnd = true;
        }

        return count + (hasWord ? 1 : 0);
    }
}
