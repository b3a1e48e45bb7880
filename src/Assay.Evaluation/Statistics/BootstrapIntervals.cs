using MathNet.Numerics.Distributions;

namespace Assay.Statistics;

/// <summary>Intervals from the figures of resamples, which are given in ascending order.</summary>
internal static class BootstrapIntervals
{
    /// <summary>The middle share of the resamples' figures (Efron 1979).</summary>
    public static Interval Percentile(ReadOnlySpan<double> sorted, double confidence) =>
        Between(sorted, (1 - confidence) / 2, (1 + confidence) / 2);

    /// <summary>
    /// The percentile interval, widened for few units: a resample varies by √((n−1)/n) less than a sample does, and by normal instead of Student
    /// tails; both are made good by taking the tail Φ(−√(n/(n−1)) · t) (Hesterberg 2015, section 5.1.2).
    /// </summary>
    public static Interval ExpandedPercentile(ReadOnlySpan<double> sorted, int units, double confidence)
    {
        var tail = Normal.CDF(0, 1, -Reach(units, confidence));
        return Between(sorted, tail, 1 - tail);
    }

    /// <summary>Bias-corrected and accelerated (Efron 1987), widened for few units as <see cref="ExpandedPercentile"/> is.</summary>
    /// <param name="sorted">The resamples' figures.</param>
    /// <param name="figure">The figure of all rows.</param>
    /// <param name="acceleration">Of <see cref="Acceleration"/>.</param>
    /// <param name="units">What was drawn: rows, or groups; null for the interval as Efron has it.</param>
    /// <param name="confidence">The confidence.</param>
    public static Interval Bca(ReadOnlySpan<double> sorted, double figure, double acceleration, int? units, double confidence)
    {
        double below = 0;
        foreach (var value in sorted)
        {
            below += value < figure ? 1 : value == figure ? 0.5 : 0;
        }

        var bias = Quantiles.Normal(Math.Clamp(below / sorted.Length, 0.5 / sorted.Length, 1 - 0.5 / sorted.Length));
        double Tail(double z) => Normal.CDF(0, 1, bias + (bias + z) / (1 - acceleration * (bias + z)));
        var reach = units is { } few ? Reach(few, confidence) : Quantiles.Normal(0.5 + confidence / 2);
        return Between(sorted, Tail(-reach), Tail(reach));
    }

    /// <summary>The acceleration by the jackknife: Σd³ / (6 (Σd²)^1.5), where d is the mean of the figures less each.</summary>
    public static double Acceleration(ReadOnlySpan<double> jackknife)
    {
        double mean = PairwiseSum.Of(jackknife) / jackknife.Length, squares = 0, cubes = 0;
        foreach (var value in jackknife)
        {
            var deviation = mean - value;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }

        return squares > 0 && double.IsFinite(squares) ? cubes / (6 * Math.Pow(squares, 1.5)) : 0;
    }

    private static double Reach(int units, double confidence) => Math.Sqrt(units / (units - 1.0)) * Quantiles.Student(units - 1, 0.5 + confidence / 2);

    private static Interval Between(ReadOnlySpan<double> sorted, double low, double high) => new(
        Aggregates.Percentile(sorted, 100 * Math.Clamp(low, 0, 1))!.Value, Aggregates.Percentile(sorted, 100 * Math.Clamp(high, 0, 1))!.Value);
}
