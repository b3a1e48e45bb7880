using Assay.Charts;
using Assay.Results;
using Assay.Scoring;
using Assay.Web.Visits;

namespace Assay.Web.Evaluations;

/// <summary>How often scores were given, as charts of the pages show it.</summary>
internal static class ScorePicture
{
    /// <summary>A histogram whose bins lead to their rows.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="scorer">The scorer.</param>
    /// <param name="histogram">Its scores.</param>
    /// <param name="rows">The address of the rows between a bin's edges; whether it is the last, which holds its upper edge too.</param>
    public static HistogramFigure Spread(Visit visit, ScorerSummary scorer, Histogram histogram, Func<double, double, bool, string> rows)
    {
        var (texts, decimals, last) = (visit.Language.Shared.Figures, Decimals(histogram), histogram.Counts.Count - 1);
        var figure = new HistogramFigure
        {
            Low = histogram.Low,
            High = histogram.High,
            Counts = histogram.Counts,
            Title = texts.DistributionOf(scorer.Scorer.Name),
            Description = texts.Spread(visit.Notation.Count(histogram.Counts.Sum()), visit.Notation.Place(histogram.Low), visit.Notation.Place(histogram.High)),
            Unit = scorer.Scorer.Unit,
            Number = visit.Notation.Number,
            BinLabel = (low, high, count) => texts.Bin(visit.Notation.Number(low, decimals), visit.Notation.Number(high, decimals), count, visit.Notation.Count(count)),
            Threshold = scorer.Scorer.Aggregates.Any(of => of.Kind == AggregateKind.Ratio)
                ? (scorer.Scorer.Threshold, $"{texts.Threshold} {visit.Notation.Place(scorer.Scorer.Threshold)}") : null,
        };
        return figure with { BinHref = bin => rows(figure.Bin(bin).Low, figure.Bin(bin).High, bin == last) };
    }

    /// <summary>Two bars for what passed and what did not.</summary>
    public static CategoryFigure PassOrFail(Visit visit, ScorerSummary scorer, Histogram histogram)
    {
        var (texts, passed) = (visit.Language.Shared.Figures, Passed(histogram));
        var failed = histogram.Counts.Sum() - passed;
        return new CategoryFigure
        {
            Categories = [(texts.Pass, passed), (texts.Fail, failed)],
            Title = texts.DistributionOf(scorer.Scorer.Name),
            Description = $"{texts.Pass}: {visit.Notation.Count(passed)}; {texts.Fail}: {visit.Notation.Count(failed)}",
            Label = (count, share) => $"{visit.Notation.Count(count)} · {visit.Language.Shared.Percent(share)}",
        };
    }

    /// <summary>How many passed: a pass is 1, so that it lies in the last bin.</summary>
    public static long Passed(Histogram histogram) => histogram.High >= 1 ? histogram.Counts[^1] : 0;

    /// <summary>Decimals that tell the edges of the bins apart.</summary>
    public static int Decimals(Histogram histogram)
    {
        var width = (histogram.High - histogram.Low) / Math.Max(1, histogram.Counts.Count);
        return width > 0 && double.IsFinite(width) ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(width)), 0, 9) : 3;
    }
}
