using Assay.Charts;
using Assay.Grids;
using Assay.Scoring;

namespace Assay.Reports.Grids;

/// <summary>Every cell: a bar with its interval, and the same as a table with its rows, price and time.</summary>
internal static class CellsSection
{
    private const int MostBars = 60;

    public static Markup Render(GridContext context)
    {
        var (summary, words) = (context.Summary, context.Words);
        var page = new MarkupBuilder().Add($"""<section aria-labelledby="cells"><h2 id="cells">{words.Cells}</h2>""");
        if (summary.Cells.Any(cell => cell.Value is not null))
        {
            page.Add($"""<div class="wide" tabindex="0" role="group" aria-labelledby="cells">{new Markup(Bars(context))}</div>""");
        }

        AddTable(page, context);
        if (summary.CostUsd is not null)
        {
            page.Add($"""<p class="key">{words.PricesOf(summary.PricesOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))}</p>""");
        }

        return page.Add($"</section>\n").ToMarkup();
    }

    private static string Bars(GridContext context)
    {
        var summary = context.Summary;
        var cells = Ordered(summary).Take(MostBars).ToList();
        var reached = cells.SelectMany(cell => new[] { cell.Value, cell.Interval?.Low, cell.Interval?.High }).OfType<double>().Where(double.IsFinite).ToList();
        return BarChart.Render(new BarFigure
        {
            Bars = [.. cells.Select(cell => new Bar(
                cell.Name, cell.Value, GridContext.Ends(cell.Interval), $"{context.Number(cell.Value)} {context.Interval(cell.Interval)}", cell.Setting == summary.Choice?.Setting))],
            Low = Math.Min(0, reached.Min()),
            High = reached.Max(),
            Title = $"{summary.ChosenBy}: {context.Words.Cells}",
            Number = context.Texts.Notation.Number,
        });
    }

    private static IEnumerable<GridCellResult> Ordered(GridSummary summary) => summary.Direction == ScoreDirection.Lower
        ? summary.Cells.OrderBy(cell => cell.Value ?? double.PositiveInfinity)
        : summary.Cells.OrderByDescending(cell => cell.Value ?? double.NegativeInfinity);

    private static void AddTable(MarkupBuilder page, GridContext context)
    {
        var (words, figures) = (context.Words, context.Texts.Figures);
        GridContext.OpenTable(
            page, "cells", (words.Cell, false), (context.Summary.ChosenBy ?? figures.Figure, true), (figures.Interval(context.Confidence), false), (figures.Scored, true),
            (words.Failed, true), (words.Cost, true), (words.Latency, true), (context.Texts.Page.RunId, false));
        foreach (var cell in context.Summary.Cells)
        {
            var why = cell.Interval is null && cell.WhyNoInterval is { } reason ? Markup.Of($"""<span class="q" lang="en">{reason}</span>""") : Markup.None;
            page.Add($"""<tr><th scope="row">{GridContext.Data(cell.Name)}</th><td class="n">{context.Number(cell.Value)}</td><td>{context.Interval(cell.Interval)}{why}</td>""")
                .Add($"""<td class="n">{context.Texts.Notation.Count(cell.Scored)}</td><td class="n">{context.Texts.Notation.Count(cell.Failed)}</td>""")
                .Add($"""<td class="n">{context.Number(cell.CostUsd)}{Mark(context, cell.IsCheapestForItsQuality)}</td>""")
                .Add($"""<td class="n">{context.Number(cell.LatencySeconds)}{Mark(context, cell.IsFastestForItsQuality)}</td><td><code>{cell.RunId}</code></td></tr>""");
        }

        page.Add($"</tbody></table></div>");
    }

    private static Markup Mark(GridContext context, bool isOn) =>
        isOn ? Markup.Of($""" <span title="{context.Words.OnFrontier}"><span aria-hidden="true">◆</span><span class="sr">{context.Words.OnFrontier}</span></span>""") : Markup.None;
}
