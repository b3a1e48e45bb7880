namespace Assay.Statistics;

/// <summary>
/// The interval of a quantile between two of the sorted scores, whatever the scores' distribution (David and Nagaraja 2003, section 7.1): the
/// number of scores below the quantile is binomial. An end is infinite where the scores are too few for one.
/// </summary>
internal static class QuantileInterval
{
    /// <param name="sorted">The scores, in ascending order.</param>
    /// <param name="share">The quantile: 0.9 for the 90th percentile.</param>
    /// <param name="confidence">The confidence, at least; tails of (1 − confidence) / 2 each at most.</param>
    public static Interval Of(ReadOnlySpan<double> sorted, double share, double confidence)
    {
        var tail = (1 - confidence) / 2;
        var rows = sorted.Length;
        var low = Least(rows, below => AtMost(below, rows, share) > tail);
        var high = Least(rows, below => AtMost(below, rows, share) >= 1 - tail);

        // P(B ≤ low − 1) ≤ tail: the low-th smallest is below the quantile but in that tail. P(B ≥ high + 1) ≤ tail likewise above.
        return new(
            low == 0 ? double.NegativeInfinity : sorted[low - 1],
            high >= rows ? double.PositiveInfinity : sorted[high]);
    }

    /// <summary>The least number of rows from which on the quantile has an upper end (or, for low quantiles, a lower one).</summary>
    public static int RowsForEnd(double share, double confidence) =>
        (int)Math.Ceiling(Math.Log((1 - confidence) / 2) / Math.Log(Math.Max(share, 1 - share)));

    private static int Least(int rows, Func<int, bool> holds)
    {
        int from = 0, to = rows;
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = holds(middle) ? (from, middle) : (middle + 1, to);
        }

        return from;
    }

    /// <summary>The probability of that many successes or fewer.</summary>
    private static double AtMost(int successes, int rows, double share) =>
        successes >= rows ? 1 : MathNet.Numerics.SpecialFunctions.BetaRegularized(rows - successes, successes + 1, 1 - share);
}
