namespace Assay.Statistics;

/// <summary>
/// The interval of a variance of scores that need not be normal: Bonett's (2006), exp(ln(c · s²) ± t · c · se) with
/// se² = (kurtosis − (n − 3)/n) / (n − 1) and c = n / (n − z).
/// </summary>
internal static class VarianceInterval
{
    /// <summary>Null when the scores do not differ.</summary>
    public static Interval? Of(ReadOnlySpan<double> sorted, double confidence)
    {
        double n = sorted.Length, mean = PairwiseSum.Of(sorted) / n;
        var squares = PairwiseSum.OfSquaredDeviations(sorted, mean);
        if (!(squares > 0))
        {
            return null;
        }

        // The fourth moment is taken around a trimmed mean, which makes the kurtosis of skewed scores come out less low.
        var trimmed = (int)(n / (2 * Math.Sqrt(n - 4)));
        var inner = sorted[trimmed..^trimmed];
        double centre = PairwiseSum.Of(inner) / inner.Length, fourth = 0;
        foreach (var score in sorted)
        {
            fourth += Math.Pow(score - centre, 4);
        }

        double z = Quantiles.Normal(0.5 + confidence / 2), c = n / (n - z);
        var error = c * Math.Sqrt(Math.Max(0, n * fourth / (squares * squares) - (n - 3) / n) / (n - 1));
        var log = Math.Log(c * squares / (n - 1));
        return new(Math.Exp(log - z * error), Math.Exp(log + z * error));
    }
}
