using Assay.Statistics;

namespace Assay.Agreement;

/// <summary>How labels and a judge's scores vary, and together: what the precision of a prediction-powered mean follows from.</summary>
/// <param name="Human">The variance of the labels.</param>
/// <param name="Judge">The variance of the judge's scores, over all rows.</param>
/// <param name="Together">The covariance of the two on the labelled rows.</param>
/// <param name="JudgeOfLabeled">The variance of the judge's scores of the labelled rows.</param>
internal readonly record struct JudgeSpread(double Human, double Judge, double Together, double JudgeOfLabeled)
{
    public static JudgeSpread Of(ReadOnlySpan<double> human, ReadOnlySpan<double> judge, ReadOnlySpan<double> unlabeled)
    {
        double[] all = [.. judge, .. unlabeled];
        return new JudgeSpread(Covariance(human, human), Covariance(all, all), Covariance(human, judge), Covariance(judge, judge));
    }

    /// <summary>The use of the judge that makes the variance smallest (PPI++, equation for the mean), kept between 0 and 1.</summary>
    public double Tuning(double labels, double others) =>
        others == 0 || Judge == 0 ? 0 : Math.Clamp(Together / ((1 + labels / others) * Judge), 0, 1);

    /// <summary>The variance of the estimate with so many labels and other rows.</summary>
    public double Variance(double labels, double others)
    {
        var tuning = Tuning(labels, others);
        var difference = Math.Max(0, Human - 2 * tuning * Together + tuning * tuning * JudgeOfLabeled);
        return difference / labels + (others > 0 ? tuning * tuning * Judge / others : 0);
    }

    private static double Covariance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double meanA = Aggregates.Mean(a)!.Value, meanB = Aggregates.Mean(b)!.Value, sum = 0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }

        return sum / (a.Length - 1);
    }
}
