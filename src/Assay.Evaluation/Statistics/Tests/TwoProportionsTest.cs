namespace Assay.Statistics;

/// <summary>
/// Whether two pass rates of different rows differ, for many rows: z = (p₁ − p₂) / √(p (1 − p) (1/n₁ + 1/n₂)), p the rate of both together. NaN
/// when all rows pass or all fail. Not for runs over the same rows: McNemar's test is for those.
/// </summary>
public static class TwoProportionsTest
{
    /// <summary>Tests two pass rates; the statistic is z, above 0 when the first is larger.</summary>
    public static TestResult Of(int firstPasses, int firstRows, int secondPasses, int secondRows, Alternative alternative = Alternative.TwoSided)
    {
        double n = firstRows, m = secondRows, both = (firstPasses + (double)secondPasses) / (n + m);
        var z = ((firstPasses / n) - (secondPasses / m)) / Math.Sqrt(both * (1 - both) * ((1 / n) + (1 / m)));
        return new TestResult(z, double.IsFinite(z) ? NormalTail.PValue(z, alternative) : double.NaN);
    }
}
