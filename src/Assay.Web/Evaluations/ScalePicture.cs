using Assay.Charts;
using Assay.Reports.Figures;
using Assay.Results;
using Assay.Scoring;
using Assay.Statistics;
using Assay.Web.Visits;

namespace Assay.Web.Evaluations;

/// <summary>Where a figure and its interval stand on the scale of its scores, with the bounds of gates on it.</summary>
internal static class ScalePicture
{
    /// <summary>The picture between the ends of its scale; empty where there is no scale.</summary>
    public static string Of(Visit visit, EvaluationSummary summary, ScorerSummary scorer, AggregateResult figure)
    {
        if (EndsOf(scorer, figure) is not { } ends || !(figure.Value >= ends.Low && figure.Value <= ends.High)) return "";
        var (low, high) = (ends.Low, ends.High);
        var (from, to) = (visit.Notation.Place(low), visit.Notation.Place(high));
        var svg = IntervalChart.Render(new IntervalFigure
        {
            Low = low,
            High = high,
            Value = figure.Value,
            Interval = figure.Interval is { } interval ? (Math.Max(low, interval.Low), Math.Min(high, interval.High)) : null,
            Marks = [.. summary.Gates.Select(gate => GateBound.Of(gate.Gate)).Where(gate => gate.Key == figure.Key).Select(gate => gate.Value).OfType<double>()],
            Title = $"{figure.Key}: {visit.Figures.Value(figure)} {visit.Figures.Interval(figure)} ({from} – {to})",
        });
        return Markup.Of($"""<span class="q">{from}</span>{new Markup(svg)}<span class="q">{to}</span>""").Text;
    }

    // A variance is on no scale of scores; a share is between 0 and 1 whatever they are.
    private static Interval? EndsOf(ScorerSummary scorer, AggregateResult figure) => figure.Kind switch
    {
        AggregateKind.Variance => null,
        AggregateKind.Ratio => new Interval(0, 1),
        _ when scorer.Scorer.Kind is ScoreKind.PassFail or ScoreKind.UnitInterval => new Interval(0, 1),
        _ when scorer.Scorer.Scale is { } scale => scale,
        _ when scorer.Histogram is { } histogram => new Interval(histogram.Low, histogram.High),
        _ => null,
    };
}
