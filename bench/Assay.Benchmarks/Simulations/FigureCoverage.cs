using Assay.Statistics;

namespace Assay.Benchmarks.Simulations;

/// <summary>How often the default intervals of a median, a 90th percentile and a variance hold them.</summary>
internal static class FigureCoverage
{
    private static readonly IntervalOptions Options = new();

    public static IReadOnlyList<string> Names { get; } = ["median", "90th percentile", "variance (Bonett)"];

    /// <summary>Coverage of each figure; then the share of the percentile's intervals that have an upper end.</summary>
    public static (double[] Held, double Closed) Of(ScoreFamily family, int rows, int samples)
    {
        var held = new double[3];
        double closed = 0;
        for (var i = 0; i < samples; i++)
        {
            var random = new SeededRandom(2, (ulong)i);
            var scores = family.Draw(ref random, rows);
            var sorted = scores.Order().ToArray();
            var intervals = new ColumnIntervals(scores, groups: null, scale: null, Options);
            var percentile = intervals.Quantile(0.9, sorted).Interval!.Value;
            held[0] += Holds(intervals.Quantile(0.5, sorted).Interval, family.Median);
            held[1] += Holds(percentile, family.Quantile(0.9));
            held[2] += Holds(intervals.Variance(sorted).Interval, family.Variance);
            closed += double.IsInfinity(percentile.High) ? 0 : 1;
        }

        return ([.. held.Select(count => count / samples)], closed / samples);
    }

    private static double Holds(Interval? interval, double value) => interval is { } of && of.Low <= value && value <= of.High ? 1 : 0;
}
