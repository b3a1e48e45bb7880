using Assay.Statistics;

namespace Assay.Agreement;

/// <summary>
/// Spearman's rank correlation, ties by mean ranks; between -1 and 1. Interval by bootstrap over pairs, seeded, percentiles. NaN when one side
/// does not vary.
/// </summary>
public static class RankCorrelation
{
    private const int Resamples = 2000;

    /// <summary>The correlation of pairs; both of the same length.</summary>
    public static AgreementEstimate Of(IReadOnlyList<double> first, IReadOnlyList<double> second, double confidence = 0.95, ulong seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Count, first.Count);
        var (a, b) = (first.ToArray(), second.ToArray());
        var value = Value(a, b);
        if (double.IsNaN(value))
        {
            return AgreementEstimate.Undefined("one of the two does not vary");
        }

        var random = new SeededRandom(seed);
        var resampled = new List<double>(Resamples);
        double[] drawnA = new double[a.Length], drawnB = new double[a.Length];
        for (var i = 0; i < Resamples; i++)
        {
            for (var j = 0; j < a.Length; j++)
            {
                var row = random.Next(a.Length);
                (drawnA[j], drawnB[j]) = (a[row], b[row]);
            }

            if (Value(drawnA, drawnB) is var drawn && !double.IsNaN(drawn))
            {
                resampled.Add(drawn);
            }
        }

        resampled.Sort();
        var sorted = resampled.ToArray();
        var tail = 100 * (1 - confidence) / 2;
        return AgreementEstimate.Of(
            value, new Interval(Aggregates.Percentile(sorted, tail)!.Value, Aggregates.Percentile(sorted, 100 - tail)!.Value), "bootstrap over rows");
    }

    private static double Value(double[] first, double[] second)
    {
        var (a, b) = (Ranks(first), Ranks(second));
        double mean = (a.Length + 1) / 2.0, together = 0, spreadA = 0, spreadB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            together += (a[i] - mean) * (b[i] - mean);
            spreadA += (a[i] - mean) * (a[i] - mean);
            spreadB += (b[i] - mean) * (b[i] - mean);
        }

        return spreadA > 0 && spreadB > 0 ? together / Math.Sqrt(spreadA * spreadB) : double.NaN;
    }

    private static double[] Ranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort(values.ToArray(), order);
        var ranks = new double[values.Length];
        for (int begin = 0, end; begin < order.Length; begin = end)
        {
            for (end = begin + 1; end < order.Length && values[order[end]] == values[order[begin]]; end++)
            {
            }

            for (var i = begin; i < end; i++)
            {
                ranks[order[i]] = (begin + end + 1) / 2.0;
            }
        }

        return ranks;
    }
}
