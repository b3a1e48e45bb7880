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
        var value = Correlations.Spearman(a, b).Statistic;
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

            if (Correlations.Spearman(drawnA, drawnB).Statistic is var drawn && !double.IsNaN(drawn))
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
}
