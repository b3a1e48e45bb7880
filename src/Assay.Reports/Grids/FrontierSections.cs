using Assay.Charts;
using Assay.Grids;

namespace Assay.Reports.Grids;

/// <summary>Quality against cost, and against time, with those that nothing beats in both.</summary>
internal static class FrontierSections
{
    public static Markup Render(GridContext context)
    {
        var words = context.Words;
        return new MarkupBuilder()
            .Add(Section(context, "cost", words.QualityAndCost, words.Cost, cell => cell.CostUsd, cell => cell.IsCheapestForItsQuality))
            .Add(Section(context, "time", words.QualityAndLatency, words.Latency, cell => cell.LatencySeconds, cell => cell.IsFastestForItsQuality))
            .ToMarkup();
    }

    private static Markup Section(
        GridContext context, string id, string heading, string axis, Func<GridCellResult, double?> price, Func<GridCellResult, bool> isOn)
    {
        var cells = context.Summary.Cells.Where(cell => cell.Value is not null && price(cell) is not null).ToList();
        if (cells.Count < 2 || cells.TrueForAll(cell => price(cell) == 0))
        {
            return Markup.None;
        }

        var svg = ScatterChart.Render(new ScatterFigure
        {
            Points = [.. cells.Select(cell => new ScatterPoint(
                cell.Name, price(cell)!.Value, cell.Value!.Value, GridContext.Ends(cell.Interval), isOn(cell), $"{context.Number(cell.Value)}, {axis} {context.Number(price(cell))}"))],
            XLabel = axis,
            YLabel = context.Summary.ChosenBy ?? "",
            Title = heading,
            Description = context.Words.WhatTheFrontierIs,
            Number = context.Texts.Notation.Number,
        });
        return Markup.Of($"""
            <section aria-labelledby="{id}"><h2 id="{id}">{heading}</h2>
            <div class="wide" tabindex="0" role="group" aria-labelledby="{id}">{new Markup(svg)}</div><p class="key">{context.Words.WhatTheFrontierIs}</p></section>

            """);
    }
}
