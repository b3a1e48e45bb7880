using System.Text;

namespace Assay.Models;

/// <summary>Text from elsewhere, fit to stand inside a one-line message: no line breaks or other control characters, and not too long.</summary>
internal static class OneLine
{
    public static string Of(string? text, int longest = 300)
    {
        var line = new StringBuilder();
        foreach (var character in (text ?? "").Trim())
        {
            var space = char.IsWhiteSpace(character) || char.IsControl(character);
            if (space && line.Length > 0 && line[^1] == ' ')
            {
                continue;
            }

            line.Append(space ? ' ' : character);
            if (line.Length >= longest)
            {
                return line.Append('…').ToString();
            }
        }

        return line.ToString();
    }
}
