using Assay.Statistics;

namespace Assay.Comparisons;

/// <summary>
/// One figure of all rows together (corpus BLEU, F1 …) of two runs. The test swaps the answers of rows at random between the two runs
/// (approximate randomisation: Noreen 1989, Riezler and Maxwell 2005); the interval is of percentiles of the difference when the rows are
/// drawn again, both runs' together (Koehn 2004). Neither supposes anything of the figure's shape.
/// </summary>
internal sealed class CorpusAnalysis : IPairAnalysis
{
    private readonly double[] _resampled;

    /// <param name="resamples">The figures of both runs, swapped and drawn again.</param>
    /// <param name="figure">Which of the figures.</param>
    public CorpusAnalysis(CorpusResamples resamples, int figure)
    {
        (Rows, A, B) = (resamples.Rows, resamples.A[figure], resamples.B[figure]);
        var swapped = resamples.Swapped(figure);
        var distance = Math.Abs(B - A) * (1 - 1e-12);
        P = double.IsFinite(distance) ? (swapped.Count(difference => !(Math.Abs(difference) < distance)) + 1.0) / (swapped.Length + 1) : double.NaN;
        _resampled = resamples.Drawn(figure);
    }

    public string TestName => "randomisation";

    public double P { get; }

    public double A { get; }

    public double B { get; }

    public int Rows { get; }

    public bool IsPassFail => false;

    public (int Gained, int Lost)? Discordant => null;

    public IReadOnlyList<string> Notes => [];

    public IReadOnlyList<EffectSize> EffectSizes => [];

    public IntervalEstimate Interval(double confidence)
    {
        if (Rows < ConfidenceIntervals.EnoughRows)
        {
            return IntervalEstimate.None($"{Rows} rows in both runs; a difference of figures needs {ConfidenceIntervals.EnoughRows} for an interval");
        }

        if (_resampled.Any(difference => !double.IsFinite(difference))) return IntervalEstimate.None("some resamples of the rows have no figure");
        if (_resampled[0].Equals(_resampled[^1])) return IntervalEstimate.None("the difference is the same whichever rows are drawn");
        var low = Aggregates.Percentile(_resampled, 50 * (1 - confidence))!.Value;
        var high = Aggregates.Percentile(_resampled, 100 - (50 * (1 - confidence)))!.Value;
        return IntervalEstimate.Of(new Interval(low, high), "paired bootstrap");
    }

    public double? SmallestDifference(double power, double confidence)
    {
        var variance = Aggregates.Variance(_resampled);
        return variance is { } spread && double.IsFinite(spread) && spread > 0
            ? Math.Sqrt(spread) * (Quantiles.Normal(0.5 + (confidence / 2)) + Quantiles.Normal(power))
            : null;
    }
}
