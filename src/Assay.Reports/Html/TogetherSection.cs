using Assay.Charts;
using Assay.Reports.Figures;
using Assay.Results;
using Assay.Scoring;

namespace Assay.Reports.Html;

/// <summary>Figures of all rows together that lie between 0 and 1, side by side, when there are several.</summary>
internal static class TogetherSection
{
    private const int MostBars = 40;

    public static Markup Render(ReportContext context)
    {
        var figures = Figures(context).Take(MostBars).ToList();
        if (figures.Count < 2)
        {
            return Markup.None;
        }

        var texts = context.Texts.Pictures;
        var svg = BarChart.Render(new BarFigure
        {
            Bars = [.. figures.Select(of => new Bar(
                $"{of.Figure.Key} {FigureFormat.Sign(of.Scorer.DirectionOf(of.Figure.Key))}", of.Figure.Value, Ends(of.Figure),
                $"{context.Format.Value(of.Figure)} {context.Format.Interval(of.Figure)}"))],
            Low = 0,
            High = 1,
            Title = texts.Together,
            Description = texts.WhatTogetherIs,
            Number = context.Texts.Notation.Number,
        });
        return Markup.Of($"""
            <section aria-labelledby="together"><h2 id="together">{texts.Together}</h2>
            <div class="wide" tabindex="0" role="group" aria-labelledby="together">{new Markup(svg)}</div><p class="key">{texts.WhatTogetherIs}</p></section>

            """);
    }

    private static IEnumerable<(ScorerDescription Scorer, AggregateResult Figure)> Figures(ReportContext context) => context.Summary.Scorers.SelectMany(
        scorer => scorer.Aggregates.Where(figure => figure.Kind == AggregateKind.Corpus && figure.Value is >= 0 and <= 1).Select(figure => (scorer.Scorer, figure)));

    private static (double Low, double High)? Ends(AggregateResult figure) =>
        figure.Interval is { } interval ? (Math.Max(0, interval.Low), Math.Min(1, interval.High)) : null;
}
