using Assay.Statistics;

namespace Assay.Agreement;

/// <summary>How many labels make half the width of an interval no more than is wanted. Planned from a pilot's figures, as if they held.</summary>
public static class LabelBudget
{
    private const int Most = 10_000_000;

    /// <summary>For a share, by Wilson's interval.</summary>
    /// <param name="share">The share that is expected, 0 to 1.</param>
    /// <param name="precision">Half the width of the interval that is wanted.</param>
    /// <param name="confidence">Of the interval, between 0 and 1.</param>
    public static int ForShare(double share, double precision, double confidence = 0.95)
    {
        var z = Quantiles.Normal(0.5 + confidence / 2);
        return Smallest(labels => z / (1 + z * z / labels) * Math.Sqrt(share * (1 - share) / labels + z * z / (4.0 * labels * labels)) <= precision);
    }

    /// <summary>For a measure whose interval narrows with the square root of the labels, as kappa's.</summary>
    /// <param name="labels">The labels of the pilot.</param>
    /// <param name="interval">The pilot's interval.</param>
    /// <param name="precision">Half the width of the interval that is wanted.</param>
    public static int Scaled(int labels, Interval interval, double precision)
    {
        var half = (interval.High - interval.Low) / 2;
        return (int)Math.Min(Most, Math.Max(PredictionPoweredMean.FewestLabels, Math.Ceiling(labels * half * half / (precision * precision))));
    }

    /// <summary>For a prediction-powered mean; null when not even a label on every row would do.</summary>
    /// <param name="human">The labels of the pilot.</param>
    /// <param name="judge">The judge's scores of the labelled rows.</param>
    /// <param name="unlabeled">The judge's scores of all other rows.</param>
    /// <param name="precision">Half the width of the interval that is wanted.</param>
    /// <param name="confidence">Of the interval, between 0 and 1.</param>
    public static int? ForMean(
        ReadOnlySpan<double> human, ReadOnlySpan<double> judge, ReadOnlySpan<double> unlabeled, double precision, double confidence = 0.95)
    {
        var spread = JudgeSpread.Of(human, judge, unlabeled);
        var rows = human.Length + unlabeled.Length;
        bool Suffices(int labels) =>
            Quantiles.Student(labels - 1, 0.5 + confidence / 2) * Math.Sqrt(spread.Variance(labels, rows - labels)) <= precision;
        return Suffices(rows) ? Smallest(Suffices, PredictionPoweredMean.FewestLabels, rows) : null;
    }

    private static int Smallest(Func<int, bool> suffices, int low = 1, int high = Most)
    {
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            (low, high) = suffices(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
