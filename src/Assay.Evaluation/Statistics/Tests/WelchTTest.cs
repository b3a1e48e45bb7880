namespace Assay.Statistics;

/// <summary>
/// Whether two independent samples have the same mean, by Student's t: with a spread of each (Welch 1947) or one of both. scipy 1.10's
/// <c>ttest_ind</c>. NaN below what a spread needs, and where nothing varies or differs.
/// </summary>
public static class WelchTTest
{
    /// <summary>Tests two samples.</summary>
    public static TestResult Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, bool equalSpread = false)
    {
        if (first.IsEmpty || second.IsEmpty) return new TestResult(double.NaN, double.NaN);
        double n = first.Length, m = second.Length;
        var (meanA, squaresA) = Spread(first);
        var (meanB, squaresB) = Spread(second);
        double error, freedom;
        if (equalSpread)
        {
            freedom = n + m - 2;
            error = Math.Sqrt((squaresA + squaresB) / freedom * ((1 / n) + (1 / m)));
        }
        else
        {
            double a = squaresA / (n - 1) / n, b = squaresB / (m - 1) / m;
            freedom = (a + b) * (a + b) / ((a * a / (n - 1)) + (b * b / (m - 1)));
            freedom = double.IsNaN(freedom) ? 1 : freedom;
            error = Math.Sqrt(a + b);
        }

        var t = (meanA - meanB) / error;
        return new TestResult(t, freedom > 0 ? StudentTail.PValue(t, freedom, Alternative.TwoSided) : double.NaN);
    }

    private static (double Mean, double Squares) Spread(ReadOnlySpan<double> values)
    {
        var mean = PairwiseSum.Of(values) / values.Length;
        return (mean, PairwiseSum.OfSquaredDeviations(values, mean));
    }
}
