using System.Text;

namespace Assay.Formats;

/// <summary>
/// Text from elsewhere, fit to stand inside a one-line message: no line breaks or other control characters, and not too long.
/// </summary>
public static class OneLine
{
    /// <summary>The text on one line: each run of white space and control characters is one space. Empty for no text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most UTF-16 units to keep; of a longer text the beginning is kept, with <c>…</c> behind it.</param>
    public static string Of(string? text, int longest = 300)
    {
        var line = new StringBuilder();
        foreach (var rune in (text ?? "").Trim().EnumerateRunes())
        {
            var space = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (space && line.Length > 0 && line[^1] == ' ')
            {
                continue;
            }

            if (line.Length + rune.Utf16SequenceLength > longest)
            {
                return line.Append('…').ToString();
            }

            line.Append(space ? " " : rune.ToString());
        }

        return line.ToString();
    }
}
