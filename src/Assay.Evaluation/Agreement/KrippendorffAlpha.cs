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

    // Both disagreements are sums of squared distances of numbers, each label's own or its rank: no table of label pairs is needed, which grows
    // with the square of the labels.
    private static double Value(int[][] rows, double[] labels, AlphaLevel level)
    {
        var totals = new double[labels.Length];
        foreach (var row in rows)
        {
            foreach (var label in row) totals[label]++;
        }

        if (totals.Count(total => total > 0) < 2)
        {
            return double.NaN;
        }

        double[]? numbers = level switch { AlphaLevel.Nominal => null, AlphaLevel.Ordinal => MiddleRanks(totals), _ => labels };
        double all = totals.Sum(), observed = 0;
        foreach (var row in rows)
        {
            double apart = 0;
            for (var i = 0; i < row.Length; i++)
            {
                for (var j = i + 1; j < row.Length; j++) apart += Distance(numbers, row[i], row[j]);
            }

            observed += apart / (row.Length - 1);
        }

        return 1 - (all - 1) * observed / Expected(totals, numbers, all);
    }

    // Over all pairs of labels: their frequencies and the square of their distance, multiplied.
    private static double Expected(double[] totals, double[]? numbers, double all)
    {
        if (numbers is null)
        {
            return (all * all - totals.Sum(total => total * total)) / 2;
        }

        double mean = 0, spread = 0;
        for (var i = 0; i < totals.Length; i++) mean += totals[i] / all * numbers[i];
        for (var i = 0; i < totals.Length; i++) spread += totals[i] * (numbers[i] - mean) * (numbers[i] - mean);
        return all * spread;
    }

    private static double Distance(double[]? numbers, int one, int other) =>
        numbers is null ? one == other ? 0 : 1 : (numbers[one] - numbers[other]) * (numbers[one] - numbers[other]);

    private static double[] MiddleRanks(double[] totals)
    {
        var (ranks, before) = (new double[totals.Length], 0.0);
        for (var i = 0; i < totals.Length; i++)
        {
            ranks[i] = before + totals[i] / 2;
            before += totals[i];
        }

        return ranks;
    }
}
