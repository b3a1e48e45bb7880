namespace Assay.Statistics;

/// <summary>
/// Holm's correction for having looked at several metrics (Holm 1979): no assumption on how they hang together, never weaker than Bonferroni's.
/// </summary>
public static class HolmCorrection
{
    /// <summary>
    /// Adjusted p-values in the order given: the smallest times m, the next times m − 1 …, each no smaller than the one before, 1 at most. NaN
    /// stays NaN and does not count.
    /// </summary>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        var adjusted = pValues.ToArray();
        var order = Order(adjusted);
        double largest = 0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, adjusted[order[rank]] * (order.Length - rank)));
            adjusted[order[rank]] = largest;
        }

        return adjusted;
    }

    /// <summary>
    /// The confidence at which each metric's own interval has to be drawn so that it excludes zero when, and only when, the corrected test does:
    /// 1 − α/(m − rank) down to the first that is not rejected, whose level the rest share (Ludbrook 2000). NaN counts as not tested: the plain
    /// confidence.
    /// </summary>
    public static double[] Confidences(ReadOnlySpan<double> pValues, double confidence)
    {
        var values = pValues.ToArray();
        var order = Order(values);
        var levels = new double[values.Length];
        Array.Fill(levels, confidence);
        double alpha = 1 - confidence, level = alpha;
        var rejecting = true;
        for (var rank = 0; rank < order.Length; rank++)
        {
            if (rejecting) level = alpha / (order.Length - rank);
            rejecting = rejecting && values[order[rank]] <= level;
            levels[order[rank]] = 1 - level;
        }

        return levels;
    }

    private static int[] Order(double[] values) => [.. Enumerable.Range(0, values.Length).Where(i => !double.IsNaN(values[i])).OrderBy(i => values[i])];
}
