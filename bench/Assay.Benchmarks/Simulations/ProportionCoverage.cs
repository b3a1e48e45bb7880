using Assay.Statistics;

namespace Assay.Benchmarks.Simulations;

/// <summary>How often intervals of a pass rate hold it: exactly, as a sum of binomial probabilities, not by sampling.</summary>
internal static class ProportionCoverage
{
    public static IReadOnlyList<(string Name, Func<int, int, Interval> Interval)> Methods { get; } =
    [
        ("default", (passed, rows) => ConfidenceIntervals.Proportion(passed, rows).Interval!.Value),
        ("Wilson", (passed, rows) => ConfidenceIntervals.Wilson(passed, rows)),
        ("Clopper-Pearson", (passed, rows) => ConfidenceIntervals.ClopperPearson(passed, rows)),
        ("Agresti-Coull", AgrestiCoull),
        ("Jeffreys", Jeffreys),
        ("normal (Wald)", Wald),
        ("Student t", (passed, rows) => passed == 0 || passed == rows ? new(passed / rows, passed / rows)
            : MeanIntervals.Student(new MeanEstimate((double)passed / rows, Math.Sqrt(passed * (1.0 - (double)passed / rows) / (rows - 1) / rows), rows), 0.95)),
    ];

    /// <summary>Mean and least coverage over a grid of rates, and the mean width.</summary>
    /// <param name="interval">The interval.</param>
    /// <param name="rows">Rows of a sample.</param>
    /// <param name="rates">The rates.</param>
    public static (double Mean, double Least, double LeastAt, double Width) Over(Func<int, int, Interval> interval, int rows, IReadOnlyList<double> rates)
    {
        var intervals = Enumerable.Range(0, rows + 1).Select(passed => interval(passed, rows)).ToArray();
        double sum = 0, least = 1, leastAt = 0, width = 0;
        foreach (var rate in rates)
        {
            double share = 0;
            for (var passed = 0; passed <= rows; passed++)
            {
                var probability = MathNet.Numerics.Distributions.Binomial.PMF(rate, rows, passed);
                share += intervals[passed].Low <= rate && rate <= intervals[passed].High ? probability : 0;
                width += probability * (intervals[passed].High - intervals[passed].Low);
            }

            sum += share;
            (least, leastAt) = share < least ? (share, rate) : (least, leastAt);
        }

        return (sum / rates.Count, least, leastAt, width / rates.Count);
    }

    // Wald's interval of two more passes and two more failures, about (Agresti and Coull 1998).
    private static Interval AgrestiCoull(int passed, int rows)
    {
        const double z = 1.959963984540054;
        double n = rows + z * z, p = (passed + z * z / 2) / n, reach = z * Math.Sqrt(p * (1 - p) / n);
        return new(p - reach, p + reach);
    }

    private static Interval Jeffreys(int passed, int rows) => new(
        passed == 0 ? 0 : Quantiles.Beta(passed + 0.5, rows - passed + 0.5, 0.025), passed == rows ? 1 : Quantiles.Beta(passed + 0.5, rows - passed + 0.5, 0.975));

    private static Interval Wald(int passed, int rows)
    {
        double p = (double)passed / rows, reach = 1.959963984540054 * Math.Sqrt(p * (1 - p) / rows);
        return new(p - reach, p + reach);
    }
}
