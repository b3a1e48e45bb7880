using System.Text;
using Assay.Charts;

namespace Assay.Reports.Markdown;

/// <summary>
/// Text from anywhere, made fit for one line of Markdown: shown as it is, and neither markup, nor a link, nor a cell's end.
/// </summary>
internal static class MarkdownText
{
    private const string Marks = "\\`*_[]~|$";

    /// <summary>Escaped text.</summary>
    public static string Escape(string? text, int limit = 500)
    {
        var shown = Rows.ReportText.Of(text ?? "", limit)!.Value;
        var escaped = new StringBuilder(shown.Text.Length + 16);
        foreach (var c in SafeText.Clean(shown.Text))
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\n' or '\t' => escaped.Append(' '),
                '@' or ':' => escaped.Append("&#").Append((int)c).Append(';'),
                _ when Marks.Contains(c, StringComparison.Ordinal) => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return shown.Length > shown.Text.Length ? escaped.Append('…').ToString() : escaped.ToString();
    }

    /// <summary>A key or a condition, as code. What would end the code or the cell is left out.</summary>
    public static string Code(string text) =>
        "`" + SafeText.Clean(text).Replace('`', '\'').Replace('\n', ' ').Replace("|", "\\|", StringComparison.Ordinal) + "`";
}
