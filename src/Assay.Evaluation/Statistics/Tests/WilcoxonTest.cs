namespace Assay.Statistics;

/// <summary>
/// Wilcoxon's signed-rank test of paired differences, as scipy 1.10.1 has it: the ranks of the sizes, summed over the rises. The statistic is
/// the smaller of the two sums for two sides, else that of the rises. NaN without rows, and where every difference is zero unless zeros are split.
/// </summary>
public static class WilcoxonTest
{
    private const int MostExactRows = 50;

    /// <summary>Tests the differences, first less second.</summary>
    public static TestResult Of(
        ReadOnlySpan<double> differences, WilcoxonZeros zeros = WilcoxonZeros.LeftOut, WilcoxonMethod method = WilcoxonMethod.Auto,
        bool correction = false, Alternative alternative = Alternative.TwoSided)
    {
        var zeroCount = differences.Count(0.0);
        var exact = zeroCount == 0 && (method == WilcoxonMethod.Exact || (method == WilcoxonMethod.Auto && differences.Length <= MostExactRows));
        if (differences.IsEmpty || (!exact && zeroCount == differences.Length && zeros != WilcoxonZeros.Split))
        {
            return new TestResult(double.NaN, double.NaN);
        }

        var kept = zeros == WilcoxonZeros.LeftOut ? [.. differences.ToArray().Where(difference => difference != 0)] : differences.ToArray();
        var sizes = Array.ConvertAll(kept, Math.Abs);
        var ties = new List<int>();
        var ranks = Ranks.Of(sizes, ties);
        double rises = 0, falls = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            if (kept[i] > 0) rises += ranks[i];
            else if (kept[i] < 0) falls += ranks[i];
            else if (zeros == WilcoxonZeros.Split) (rises, falls) = (rises + (ranks[i] / 2), falls + (ranks[i] / 2));
        }

        var statistic = alternative == Alternative.TwoSided ? Math.Min(rises, falls) : rises;
        if (exact) return new TestResult(statistic, ExactPValue((int)rises, kept.Length, alternative));

        // Pratt's zeros hold the lowest ranks, one group of equal ones, which has no part in the correction.
        if (zeros == WilcoxonZeros.Pratt && zeroCount > 1) ties.Remove(zeroCount);
        var prattZeros = zeros == WilcoxonZeros.Pratt ? zeroCount : 0;
        return new TestResult(statistic, NormalTail.PValue(Score(statistic, kept.Length, prattZeros, ties, correction, alternative), alternative));
    }

    private static double Score(double statistic, double count, double zeros, List<int> ties, bool correction, Alternative alternative)
    {
        var mean = ((count * (count + 1)) - (zeros * (zeros + 1))) / 4;
        var variance = (count * (count + 1) * ((2 * count) + 1)) - (zeros * (zeros + 1) * ((2 * zeros) + 1)) - (Ranks.TieTerm(ties) / 2);
        var shift = !correction ? 0 : alternative switch
        {
            Alternative.TwoSided => 0.5 * Math.Sign(statistic - mean),
            Alternative.Less => -0.5,
            _ => 0.5,
        };
        return (statistic - mean - shift) / Math.Sqrt(variance / 24);
    }

    private static double ExactPValue(int rises, int count, Alternative alternative)
    {
        // shares[s]: how likely the ranks of the rises sum to s when each sign is a coin's.
        var shares = new double[(count * (count + 1) / 2) + 1];
        shares[0] = 1;
        for (int rank = 1, most = 0; rank <= count; rank++)
        {
            most += rank;
            for (var sum = most; sum >= 0; sum--) shares[sum] = (shares[sum] + (sum >= rank ? shares[sum - rank] : 0)) / 2;
        }

        var less = PairwiseSum.Of(shares.AsSpan(0, rises + 1));
        var greater = PairwiseSum.Of(shares.AsSpan(rises));
        return Math.Clamp(alternative switch { Alternative.Less => less, Alternative.Greater => greater, _ => 2 * Math.Min(less, greater) }, 0, 1);
    }
}
