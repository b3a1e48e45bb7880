using Assay.Reports.Rows;

namespace Assay.Web.Evaluations;

/// <summary>The beginning of a text, for a cell of a table: more than its three lines can hold is not sent.</summary>
internal static class Excerpt
{
    private const int Longest = 400;

    public static string Of(string? text) => ReportText.Of(text, Longest) is { } shown
        ? shown.Text + (shown.Length > shown.Text.Length ? "…" : "")
        : "–";
}
