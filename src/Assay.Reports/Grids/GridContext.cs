using Assay.Charts;
using Assay.Reports.Languages;
using Assay.Reports.Rows;
using Assay.Statistics;

namespace Assay.Reports.Grids;

/// <summary>What every part of a grid's report needs: the summary, the language, how numbers and foreign text are written.</summary>
internal sealed class GridContext(GridSummary summary, ReportTexts texts)
{
    private const int LongestText = 300;

    public GridSummary Summary { get; } = summary;

    public ReportTexts Texts { get; } = texts;

    public GridTexts Words => Texts.Grid;

    /// <summary>How sure intervals are, as text.</summary>
    public string Confidence => new Figures.FigureFormat(Texts.Notation).Confidence(Summary.Confidence);

    public string Number(double? value) => value is { } known ? Texts.Notation.Significant(known) : "–";

    public string Signed(double value) => (value > 0 ? "+" : "") + Texts.Notation.Significant(value);

    public string Interval(Interval? interval) =>
        interval is { } known ? $"[{Number(known.Low)}{Texts.Notation.ListSeparator}{Number(known.High)}]" : "";

    /// <summary>Text from the data or the user, isolated and cut when long.</summary>
    public static Markup Data(string? text) => Markup.Of($"<bdi>{ReportText.Of(text ?? "", int.MaxValue)!.Value.CutTo(LongestText).Text}</bdi>");

    public static (double Low, double High)? Ends(Interval? interval) => interval is { } known ? (known.Low, known.High) : null;

    /// <summary>A table that scrolls by itself where it is too wide.</summary>
    public static MarkupBuilder OpenTable(MarkupBuilder page, string section, params (string Name, bool IsNumber)[] columns)
    {
        page.Add($"""<div class="wide" tabindex="0" role="group" aria-labelledby="{section}"><table><thead><tr>""");
        foreach (var (name, isNumber) in columns)
        {
            page.Add($"""<th scope="col"{new Markup(isNumber ? " class=\"n\"" : "")}>{name}</th>""");
        }

        return page.Add($"</tr></thead><tbody>\n");
    }
}
