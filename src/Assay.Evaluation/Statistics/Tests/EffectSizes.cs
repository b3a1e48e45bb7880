namespace Assay.Statistics;

/// <summary>How large a difference is, free of the metric's unit. Positive when the second is larger.</summary>
public static class EffectSizes
{
    /// <summary>Cohen's d of paired differences: their mean in their standard deviations (Cohen 1988). NaN when none varies.</summary>
    public static double CohenDz(ReadOnlySpan<double> differences)
    {
        if (differences.Length < 2) return double.NaN;
        var mean = PairwiseSum.Of(differences) / differences.Length;
        var variance = PairwiseSum.OfSquaredDeviations(differences, mean) / (differences.Length - 1);
        return variance > 0 ? mean / Math.Sqrt(variance) : double.NaN;
    }

    /// <summary>Cohen's h of two shares: the difference of their arcs, −π to π (Cohen 1988). 0.2 is small, 0.5 medium, 0.8 large.</summary>
    public static double CohenH(double first, double second) => (2 * Math.Asin(Math.Sqrt(second))) - (2 * Math.Asin(Math.Sqrt(first)));

    /// <summary>Rows gained for a row lost: above 1 the second passes more. Infinite when none was lost, NaN when none differs.</summary>
    public static double OddsRatio(int gained, int lost) => (double)gained / lost;

    /// <summary>
    /// The rank-biserial correlation of paired differences: the share of rank sums that rises have, less that of falls, −1 to 1 (Kerby 2014);
    /// rows without a difference are left out. NaN when none differs.
    /// </summary>
    public static double RankBiserial(ReadOnlySpan<double> differences)
    {
        var kept = differences.ToArray().Where(difference => difference != 0).ToArray();
        var ranks = Ranks.Of(Array.ConvertAll(kept, Math.Abs));
        double rises = 0, all = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            all += ranks[i];
            if (kept[i] > 0) rises += ranks[i];
        }

        return all > 0 ? ((2 * rises) - all) / all : double.NaN;
    }
}
