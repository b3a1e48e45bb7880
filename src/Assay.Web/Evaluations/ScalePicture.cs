using Assay.Charts;
using Assay.Reports.Figures;
using Assay.Results;
using Assay.Scoring;
using Assay.Web.Visits;

namespace Assay.Web.Evaluations;

/// <summary>Where a figure and its interval stand on the scale of its scores, with the bounds of gates on it.</summary>
internal static class ScalePicture
{
    /// <summary>The picture between the ends of its scale; empty where there is no scale.</summary>
    public static string Of(Visit visit, EvaluationSummary summary, ScorerSummary scorer, AggregateResult figure)
    {
        var bounded = scorer.Scorer.Kind is ScoreKind.PassFail or ScoreKind.UnitInterval;
        if (!bounded && scorer.Histogram is null) return "";
        var (low, high) = bounded ? (0, 1) : (scorer.Histogram!.Low, scorer.Histogram.High);
        if (figure.Kind == AggregateKind.Corpus && !(figure.Value >= low && figure.Value <= high)) return "";
        var (from, to) = (visit.Notation.Place(low), visit.Notation.Place(high));
        var svg = IntervalChart.Render(new IntervalFigure
        {
            Low = low,
            High = high,
            Value = figure.Value,
            Interval = figure.Interval is { } ends ? (Math.Max(low, ends.Low), Math.Min(high, ends.High)) : null,
            Marks = [.. summary.Gates.Select(gate => GateBound.Of(gate.Gate)).Where(gate => gate.Key == figure.Key).Select(gate => gate.Value).OfType<double>()],
            Title = $"{figure.Key}: {visit.Figures.Value(figure)} {visit.Figures.Interval(figure)} ({from} – {to})",
        });
        return Markup.Of($"""<span class="q">{from}</span>{new Markup(svg)}<span class="q">{to}</span>""").Text;
    }
}
