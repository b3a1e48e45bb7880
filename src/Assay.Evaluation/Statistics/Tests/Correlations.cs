using MathNet.Numerics;

namespace Assay.Statistics;

/// <summary>
/// How two columns go together, −1 to 1, and how likely a correlation as far from 0 is when they do not; as scipy 1.10.1 has them. NaN when one
/// of the two does not vary.
/// </summary>
public static class Correlations
{
    /// <summary>Pearson's correlation (1895), of values that lie along a line; the p is exact for normal ones. p is 1 for two pairs.</summary>
    public static TestResult Pearson(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var r = Coefficient(first, second);
        return new TestResult(r, first.Length == 2 && !double.IsNaN(r) ? 1 : PValue(r, first.Length));
    }

    /// <summary>Spearman's rank correlation (1904): Pearson's of the ranks, ties by their mean. The p is approximate, and NaN for two pairs.</summary>
    public static TestResult Spearman(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Length, first.Length);
        var rho = Coefficient(Ranks.Of(first), Ranks.Of(second));
        return new TestResult(rho, PValue(rho, first.Length));
    }

    // Student's t of the coefficient, written so that one near ±1 keeps its digits.
    private static double PValue(double r, int pairs) =>
        double.IsNaN(r) || pairs < 3 ? double.NaN : SpecialFunctions.BetaRegularized((pairs - 2) / 2.0, 0.5, Math.Max(0, (1 - r) * (1 + r)));

    private static double Coefficient(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Length, first.Length);
        double meanA = PairwiseSum.Of(first) / first.Length, meanB = PairwiseSum.Of(second) / second.Length, together = 0, spreadA = 0, spreadB = 0;
        for (var i = 0; i < first.Length; i++)
        {
            double a = first[i] - meanA, b = second[i] - meanB;
            together += a * b;
            spreadA += a * a;
            spreadB += b * b;
        }

        return spreadA > 0 && spreadB > 0 ? Math.Clamp(together / Math.Sqrt(spreadA * spreadB), -1, 1) : double.NaN;
    }
}
