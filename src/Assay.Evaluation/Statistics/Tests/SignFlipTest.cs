namespace Assay.Statistics;

/// <summary>
/// Whether paired differences sum to zero: were there no difference between two runs, each row's difference could as well have had the other
/// sign (Fisher 1935). Its statistic is the sum. No assumption on the shape of the scores, only that the two are exchangeable on each row.
/// Exact up to 36 rows that differ, and for any number when the differences are whole multiples of one step (ratings, passes); else by
/// 19,999 seeded random flips, p = (hits + 1) / (flips + 1); above 20,000 rows that differ by the normal distribution that the sum then has.
/// For clusters give the sum of each: the whole cluster flips. p is 1 when nothing differs.
/// </summary>
public static class SignFlipTest
{
    /// <summary>Up to this many rows that differ every flip is counted.</summary>
    public const int MostCounted = 36;

    /// <summary>Random flips, where not all are counted.</summary>
    public const int Flips = 19_999;

    private const int MostFlipped = 20_000;

    /// <summary>Sums this close, as a share of the largest, count as equal: they differ by rounding only.</summary>
    private const double Rounding = 1e-12;

    /// <summary>Tests the differences.</summary>
    /// <param name="differences">Second less first, a row or a cluster each.</param>
    /// <param name="alternative">Which departures count.</param>
    /// <param name="seed">Of the random flips: the same seed gives the same p on every machine.</param>
    public static SignFlipResult Of(ReadOnlySpan<double> differences, Alternative alternative = Alternative.TwoSided, ulong seed = 0)
    {
        var sum = PairwiseSum.Of(differences);
        double[] sizes = [.. differences.ToArray().Where(difference => difference != 0).Select(Math.Abs)];
        var total = PairwiseSum.Of(sizes);
        if (!double.IsFinite(total)) return new SignFlipResult(sum, double.NaN, SignFlipMethod.Counted);
        var tolerance = Rounding * total;
        if (alternative == Alternative.TwoSided && Math.Abs(sum) <= tolerance) return new SignFlipResult(sum, 1, SignFlipMethod.Counted);

        // Of the sizes, those that flip may sum to no more than this for the sum to be as far out as the one that was seen.
        var threshold = alternative switch { Alternative.TwoSided => Math.Abs(sum), Alternative.Greater => sum, _ => -sum };
        var limit = (total - threshold + tolerance) / 2;
        var tails = alternative == Alternative.TwoSided ? 2 : 1;
        if (sizes.Length <= MostCounted)
        {
            return new SignFlipResult(sum, Math.Min(1, tails * SubsetSums.ShareAtMost(sizes, limit)), SignFlipMethod.Counted);
        }

        if (StepSums.For(sizes) is { } steps)
        {
            return new SignFlipResult(sum, Math.Min(1, tails * steps.ShareAtMost(limit)), SignFlipMethod.Counted);
        }

        if (sizes.Length > MostFlipped)
        {
            var z = threshold / Math.Sqrt(sizes.Sum(size => size * size));
            return new SignFlipResult(sum, Math.Min(1, tails * NormalTail.Above(z)), SignFlipMethod.Normal);
        }

        var hits = new RandomSubsets(sizes, seed).Count(limit, tails == 2 ? total - limit : double.PositiveInfinity, Flips);
        return new SignFlipResult(sum, (hits + 1.0) / (Flips + 1), SignFlipMethod.Sampled);
    }
}
