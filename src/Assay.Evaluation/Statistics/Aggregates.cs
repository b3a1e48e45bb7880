namespace Assay.Statistics;

/// <summary>
/// Aggregates of scores, equal to numpy 1.24 as MLflow's <c>standard_aggregations</c> uses it: no rounding. Null on no scores; NaN when a
/// score is NaN.
/// </summary>
public static class Aggregates
{
    /// <summary>Arithmetic mean (numpy <c>mean</c>).</summary>
    public static double? Mean(ReadOnlySpan<double> scores) => scores.IsEmpty ? null : PairwiseSum.Of(scores) / scores.Length;

    /// <summary>Population variance: squared deviations over n (numpy <c>var</c>, ddof 0).</summary>
    public static double? Variance(ReadOnlySpan<double> scores) =>
        Mean(scores) is { } mean ? PairwiseSum.OfSquaredDeviations(scores, mean) / scores.Length : null;

    /// <summary>A percentile with linear interpolation between the nearest two (numpy <c>percentile</c>, method linear).</summary>
    /// <param name="sorted">The scores in ascending order, NaN first, as <c>Sort</c> puts them.</param>
    /// <param name="percent">0 to 100.</param>
    public static double? Percentile(ReadOnlySpan<double> sorted, double percent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        if (sorted.IsEmpty) return null;
        if (double.IsNaN(sorted[0])) return double.NaN;
        var place = percent / 100 * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        double low = sorted[below], high = sorted[Math.Min(below + 1, sorted.Length - 1)], share = place - below;

        // Both forms, as numpy has them: the result stays between the neighbours, and infinities give NaN as they do there.
        var difference = high - low;
        return share >= 0.5 ? high - difference * (1 - share) : low + difference * share;
    }

    /// <summary>The share of scores that reach a threshold, as MLflow's toxicity ratio; a NaN reaches none.</summary>
    public static double? RatioAtLeast(ReadOnlySpan<double> scores, double threshold)
    {
        if (scores.IsEmpty) return null;
        var reached = 0;
        foreach (var score in scores)
            if (score >= threshold) reached++;
        return (double)reached / scores.Length;
    }
}
