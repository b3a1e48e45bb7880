namespace Assay.Statistics;

/// <summary>
/// Whether one of two independent samples tends to be larger (Mann and Whitney 1947), as scipy 1.10.1 has it: the statistic is U of the first.
/// Exact from the counts of all orders, which suppose no ties; else normal, corrected for ties. NaN on an empty sample.
/// </summary>
public static class MannWhitneyTest
{
    private const int MostExactRows = 8;

    /// <summary>Tests two samples.</summary>
    /// <param name="first">The first sample.</param>
    /// <param name="second">The second.</param>
    /// <param name="exact">True for exact, false for normal, null for exact up to 8 of either without ties.</param>
    /// <param name="correction">Whether the normal approximation is corrected for continuity.</param>
    /// <param name="alternative">Which departures count: greater when the first is larger.</param>
    public static TestResult Of(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, bool? exact = null, bool correction = true, Alternative alternative = Alternative.TwoSided)
    {
        if (first.IsEmpty || second.IsEmpty) return new TestResult(double.NaN, double.NaN);
        var ties = new List<int>();
        var ranks = Ranks.Of([.. first, .. second], ties);
        double n = first.Length, m = second.Length, u = ranks.AsSpan(0, first.Length).ToArray().Sum() - (n * (n + 1) / 2), other = (n * m) - u;
        var extreme = alternative switch { Alternative.Greater => u, Alternative.Less => other, _ => Math.Max(u, other) };
        var isExact = exact ?? (Math.Min(first.Length, second.Length) <= MostExactRows && ties.Count == 0);
        var tail = isExact
            ? ShareAtLeast((int)extreme, first.Length, second.Length)
            : NormalTail.Above((extreme - (n * m / 2) - (correction ? 0.5 : 0)) / Deviation(n, m, ties));
        return new TestResult(u, Math.Clamp(alternative == Alternative.TwoSided ? 2 * tail : tail, 0, 1));
    }

    private static double Deviation(double n, double m, List<int> ties)
    {
        var all = n + m;
        return Math.Sqrt(n * m / 12 * (all + 1 - (Ranks.TieTerm(ties) / (all * (all - 1)))));
    }

    // The orders of n and m values whose U is u, as coefficients of a Gaussian binomial: products and quotients of 1 − x^k.
    private static double ShareAtLeast(int u, int n, int m)
    {
        if (u <= 0) return 1;
        var shares = new double[(n * m) + 1];
        shares[0] = 1;
        for (var k = 1; k <= n; k++)
        {
            for (var sum = shares.Length - 1; sum >= m + k; sum--) shares[sum] -= shares[sum - m - k];
            for (var sum = k; sum < shares.Length; sum++) shares[sum] += shares[sum - k];

            // The counts' sum grows by (m + k)/k a step; kept at 1 so that it never overflows.
            for (var sum = 0; sum < shares.Length; sum++) shares[sum] *= (double)k / (m + k);
        }

        // The distribution is symmetric; the differences above leave the low end its digits.
        var mirrored = (n * m) - u;
        return mirrored < 0 ? 0
            : mirrored < u ? PairwiseSum.Of(shares.AsSpan(0, mirrored + 1))
            : 1 - PairwiseSum.Of(shares.AsSpan(0, u));
    }
}
