namespace Assay.Statistics;

/// <summary>
/// Whether the mean of paired differences is zero: t = mean / (s / √n) with n − 1 degrees of freedom (Student 1908; scipy 1.10
/// <c>ttest_rel</c>). NaN below two rows and where no difference differs from zero; p is 0 where all are the same and not zero.
/// </summary>
public static class PairedTTest
{
    /// <summary>Tests the differences, first less second.</summary>
    public static TestResult Of(ReadOnlySpan<double> differences, Alternative alternative = Alternative.TwoSided)
    {
        if (differences.Length < 2) return new TestResult(double.NaN, double.NaN);
        var mean = PairwiseSum.Of(differences) / differences.Length;
        var variance = PairwiseSum.OfSquaredDeviations(differences, mean) / (differences.Length - 1);
        var t = mean / Math.Sqrt(variance / differences.Length);
        return new TestResult(t, StudentTail.PValue(t, differences.Length - 1, alternative));
    }
}
