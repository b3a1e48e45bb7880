using Assay.Statistics;

namespace Assay.Benchmarks.Simulations;

/// <summary>A way to an interval of a mean, from the scores and, for some, means and standard deviations of resamples.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Interval">Finds it.</param>
/// <param name="Resamples">Whether it needs resamples.</param>
/// <param name="NeedsScale">Whether it needs a scale with two ends.</param>
internal sealed record MeanMethod(string Name, Func<MeanSample, Interval> Interval, bool Resamples = false, bool NeedsScale = false)
{
    public static IReadOnlyList<MeanMethod> All { get; } =
    [
        new("Student t", sample => MeanIntervals.Student(sample.Estimate, 0.95)),
        new("logit-t", sample => MeanIntervals.LogitT(sample.Estimate, sample.Scale, 0.95), NeedsScale: true),
        new("Wilson, effective n", sample => MeanIntervals.EffectiveWilson(sample.Estimate, sample.Scale, 0.95), NeedsScale: true),
        new("percentile", sample => BootstrapIntervals.Percentile(sample.Means, 0.95), Resamples: true),
        new("expanded percentile", sample => BootstrapIntervals.ExpandedPercentile(sample.Means, sample.Scores.Length, 0.95), Resamples: true),
        new("BCa", sample => BootstrapIntervals.Bca(sample.Means, sample.Estimate.Mean, sample.Acceleration(), units: null, 0.95), Resamples: true),
        new("expanded BCa", sample => BootstrapIntervals.Bca(sample.Means, sample.Estimate.Mean, sample.Acceleration(), sample.Scores.Length, 0.95), Resamples: true),
        new("bootstrap t", sample => sample.Studentized(), Resamples: true),
        new("smoothed", sample => BootstrapIntervals.Percentile(sample.SmoothedMeans, 0.95), Resamples: true),
    ];
}
