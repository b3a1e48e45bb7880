using Assay.Statistics;

namespace Assay.Agreement;

/// <summary>
/// Krippendorff's alpha (Content Analysis, chapter 11; 2011): one minus observed over expected disagreement, for any number of raters and
/// with labels missing; 1 is perfect, 0 no more than chance. Interval by bootstrap over the rows, seeded, percentiles. NaN when everybody
/// gave one and the same label, or no row has two labels.
/// </summary>
public static class KrippendorffAlpha
{
    private const int Resamples = 2000;

    /// <summary>Alpha of rows with the labels that each got; rows with fewer than two labels do not count.</summary>
    /// <param name="rows">The labels of each row.</param>
    /// <param name="level">What the labels are.</param>
    /// <param name="confidence">Of the interval, between 0 and 1.</param>
    /// <param name="seed">Of the bootstrap.</param>
    public static AgreementEstimate Of(IReadOnlyList<double[]> rows, AlphaLevel level, double confidence = 0.95, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var paired = rows.Where(row => row.Length > 1).ToArray();
        var labels = paired.SelectMany(row => row).Distinct().Order().ToArray();
        var places = Array.ConvertAll(paired, row => Array.ConvertAll(row, label => Array.BinarySearch(labels, label)));
        var value = Value(places, labels, level);
        if (double.IsNaN(value))
        {
            return AgreementEstimate.Undefined(paired.Length == 0 ? "no row has two labels" : "everybody gave one and the same label");
        }

        var random = new SeededRandom(seed);
        var resampled = new List<double>(Resamples);
        var drawn = new int[places.Length][];
        for (var i = 0; i < Resamples; i++)
        {
            for (var j = 0; j < drawn.Length; j++)
            {
                drawn[j] = places[random.Next(places.Length)];
            }

            if (Value(drawn, labels, level) is var alpha && !double.IsNaN(alpha))
            {
                resampled.Add(alpha);
            }
        }

        resampled.Sort();
        var sorted = resampled.ToArray();
        var tail = 100 * (1 - confidence) / 2;
        return AgreementEstimate.Of(
            value, new Interval(Aggregates.Percentile(sorted, tail)!.Value, Aggregates.Percentile(sorted, 100 - tail)!.Value), "bootstrap over rows");
    }

    private static double Value(int[][] rows, double[] labels, AlphaLevel level)
    {
        var size = labels.Length;
        var coincidences = new double[size, size];
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                for (var j = 0; j < row.Length; j++)
                {
                    coincidences[row[i], row[j]] += i == j ? 0 : 1.0 / (row.Length - 1);
                }
            }
        }

        var totals = new double[size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                totals[i] += coincidences[i, j];
            }
        }

        double all = totals.Sum(), observed = 0, expected = 0;
        for (var i = 0; i < size; i++)
        {
            for (var j = i + 1; j < size; j++)
            {
                var distance = Distance(labels, totals, i, j, level);
                observed += coincidences[i, j] * distance;
                expected += totals[i] * totals[j] * distance;
            }
        }

        return expected > 0 ? 1 - (all - 1) * observed / expected : double.NaN;
    }

    private static double Distance(double[] labels, double[] totals, int low, int high, AlphaLevel level)
    {
        var difference = level switch
        {
            AlphaLevel.Nominal => 1,
            AlphaLevel.Ordinal => totals.AsSpan(low, high - low + 1).ToArray().Sum() - (totals[low] + totals[high]) / 2,
            _ => labels[high] - labels[low],
        };
        return difference * difference;
    }
}
