namespace Assay.Statistics;

/// <summary>
/// Kendall's τ-b (1945): pairs of rows in the same order less those in the other, ties accounted for; −1 to 1, NaN when one of the two does not
/// vary. Its p, two-sided, is exact without ties up to 33 rows (or where at most one pair is out of order), else normal (scipy 1.10.1).
/// Pairs of rows are counted one by one: for thousands of rows, not for millions.
/// </summary>
public static class KendallTau
{
    private const int MostExactRows = 33;

    /// <summary>Of two columns of the same length.</summary>
    public static TestResult Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Length, first.Length);
        var (tiesA, tiesB) = (new List<int>(), new List<int>());
        double[] a = Ranks.Of(first, tiesA), b = Ranks.Of(second, tiesB);
        long same = 0, other = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var order = Math.Sign(a[i] - a[j]) * Math.Sign(b[i] - b[j]);
                same += order > 0 ? 1 : 0;
                other += order < 0 ? 1 : 0;
            }
        }

        double n = a.Length, pairs = n * (n - 1) / 2, tau = (same - other) / Math.Sqrt(pairs - Pairs(tiesA)) / Math.Sqrt(pairs - Pairs(tiesB));
        if (!double.IsFinite(tau)) return new TestResult(double.NaN, double.NaN);
        var isExact = tiesA.Count == 0 && tiesB.Count == 0 && (a.Length <= MostExactRows || Math.Min(other, pairs - other) <= 1);
        return new TestResult(tau, isExact ? Exact(a.Length, Math.Min(same, other)) : NormalTail.PValue((same - other) / Deviation(n, tiesA, tiesB), Alternative.TwoSided));
    }

    private static double Pairs(List<int> ties) => ties.Sum(t => t * (t - 1.0) / 2);

    private static double Deviation(double n, List<int> tiesA, List<int> tiesB)
    {
        static double Spread(List<int> ties) => ties.Sum(t => t * (t - 1.0) * ((2.0 * t) + 5));
        static double Triples(List<int> ties) => ties.Sum(t => t * (t - 1.0) * (t - 2));
        var pairs = n * (n - 1);
        return Math.Sqrt((((pairs * ((2 * n) + 5)) - Spread(tiesA) - Spread(tiesB)) / 18)
            + (2 * Pairs(tiesA) * Pairs(tiesB) / pairs) + (Triples(tiesA) * Triples(tiesB) / (9 * pairs * (n - 2))));
    }

    // The orders of n rows with at most so many pairs out of order: each new row adds 0 to all of those before it, all equally likely.
    private static double Exact(int rows, long most)
    {
        if (4 * most >= (long)rows * (rows - 1)) return 1;
        var shares = new double[most + 1];
        shares[0] = 1;
        for (var row = 2; row <= rows; row++)
        {
            for (var i = 1; i < shares.Length; i++) shares[i] += shares[i - 1];
            for (var i = shares.Length - 1; i >= row; i--) shares[i] -= shares[i - row];
            for (var i = 0; i < shares.Length; i++) shares[i] /= row;
        }

        return Math.Min(1, 2 * PairwiseSum.Of(shares));
    }
}
