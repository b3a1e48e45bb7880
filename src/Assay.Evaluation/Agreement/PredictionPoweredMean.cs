using Assay.Statistics;

namespace Assay.Agreement;

/// <summary>
/// The mean of people's labels over all rows, from few labels and many scores of a judge: the mean of the judge's scores, corrected by what
/// people and judge differ in on the labelled rows (prediction-powered inference, Angelopoulos et al. 2023, with the tuning of its PPI++). With
/// a judge that tells nothing it is the mean of the labels alone. Valid only when the labelled rows were drawn at random from the judged ones
/// and the judge was not made with them.
/// </summary>
public sealed record PredictionPoweredMean
{
    /// <summary>The fewest labels that it is computed from.</summary>
    public const int FewestLabels = 15;

    /// <summary>The estimate.</summary>
    public required double Estimate { get; init; }

    /// <summary>Its confidence interval, with Student's quantile of labels - 1 degrees of freedom.</summary>
    public required Interval Interval { get; init; }

    /// <summary>How far the judge is made use of: 0 not at all, 1 fully.</summary>
    public required double Tuning { get; init; }

    /// <summary>The mean of the labels alone.</summary>
    public required double LabelMean { get; init; }

    /// <summary>Student's interval of the labels alone.</summary>
    public required Interval LabelInterval { get; init; }

    /// <summary>How many labels alone would be as precise.</summary>
    public required double EffectiveLabels { get; init; }

    /// <summary>Estimates the mean.</summary>
    /// <param name="human">The labels.</param>
    /// <param name="judge">The judge's scores of the labelled rows, in the same order.</param>
    /// <param name="unlabeled">The judge's scores of all other rows; may be empty.</param>
    /// <param name="confidence">Of the interval, between 0 and 1.</param>
    /// <exception cref="ArgumentException">There are fewer than <see cref="FewestLabels"/> labels.</exception>
    public static PredictionPoweredMean Of(
        ReadOnlySpan<double> human, ReadOnlySpan<double> judge, ReadOnlySpan<double> unlabeled, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(judge.Length, human.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(human.Length, FewestLabels);
        var spread = JudgeSpread.Of(human, judge, unlabeled);
        var tuning = spread.Tuning(human.Length, unlabeled.Length);
        double judgeMean = Mean(judge), labelMean = Mean(human);
        var estimate = unlabeled.IsEmpty ? labelMean : labelMean + tuning * (Mean(unlabeled) - judgeMean);
        var variance = spread.Variance(human.Length, unlabeled.Length);
        var quantile = Quantiles.Student(human.Length - 1, 0.5 + confidence / 2);
        var half = quantile * Math.Sqrt(variance);
        var labelHalf = quantile * Math.Sqrt(spread.Human / human.Length);
        return new PredictionPoweredMean
        {
            Estimate = estimate,
            Interval = new Interval(estimate - half, estimate + half),
            Tuning = tuning,
            LabelMean = labelMean,
            LabelInterval = new Interval(labelMean - labelHalf, labelMean + labelHalf),
            EffectiveLabels = variance > 0 ? spread.Human / variance : human.Length,
        };
    }

    private static double Mean(ReadOnlySpan<double> values) => Aggregates.Mean(values)!.Value;
}
