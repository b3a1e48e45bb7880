using System.Text;

namespace Assay.Filters;

/// <summary>
/// The patterns of <c>LIKE</c>: <c>%</c> stands for any text, <c>_</c> for any one character (code point), everything else for itself; there is
/// no way to quote the two. Takes time in proportion to pattern times text, whatever the pattern.
/// </summary>
internal static class LikePattern
{
    /// <summary>Whether the whole text is of the pattern.</summary>
    public static bool Matches(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern, bool ignoreCase)
    {
        var (t, p) = (0, 0);
        var (resumeText, resumePattern) = (-1, -1);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '%')
            {
                (resumeText, resumePattern) = (t, ++p);
                continue;
            }

            _ = Rune.DecodeFromUtf16(text[t..], out var here, out var length);
            if (p < pattern.Length && Rune.DecodeFromUtf16(pattern[p..], out var asked, out var width) is var _
                && (pattern[p] == '_' || here == asked || (ignoreCase && Folded(here) == Folded(asked))))
            {
                t += length;
                p += width;
            }
            else if (resumePattern < 0)
            {
                return false;
            }
            else
            {
                // The last % takes one character more.
                _ = Rune.DecodeFromUtf16(text[resumeText..], out _, out var skipped);
                resumeText += skipped;
                (t, p) = (resumeText, resumePattern);
            }
        }

        return pattern[p..].TrimStart('%').IsEmpty;
    }

    private static Rune Folded(Rune rune) => Rune.ToUpperInvariant(rune);
}
