using Assay.Statistics;

namespace Assay.Benchmarks.Simulations;

/// <summary>
/// How often bootstrap intervals of figures of all rows together hold them: F1 of a classifier (30 % positive, 80 % of them found, 10 % of the
/// others taken for positive), and a ratio of sums (errors per word, with texts of unequal length).
/// </summary>
internal static class CorpusCoverage
{
    public static IReadOnlyList<string> Methods { get; } = ["percentile", "expanded percentile", "BCa", "expanded BCa"];

    public static double[] OfF1(int rows, int samples, int resamples) => Of(rows, samples, resamples, 0.48 / (0.48 + 0.07 + 0.06), (ref random) =>
    {
        var positive = random.NextDouble() < 0.3;
        var taken = random.NextDouble() < (positive ? 0.8 : 0.1);
        return positive && taken ? (2, 2) : positive != taken ? (0, 1) : (0, 0);
    });

    public static double[] OfRatio(int rows, int samples, int resamples) => Of(rows, samples, resamples, 0.2, (ref random) =>
    {
        var words = 3 + random.Next(40);
        var rate = random.NextDouble() < 0.25 ? 0.5 : 0.1;
        var errors = 0;
        for (var i = 0; i < words; i++)
        {
            errors += random.NextDouble() < rate ? 1 : 0;
        }

        return (errors, words);
    });

    private delegate (double Over, double Under) DrawPart(ref SeededRandom random);

    private static double[] Of(int rows, int samples, int resamples, double truth, DrawPart draw)
    {
        var held = new int[Methods.Count];
        var groups = RowGroups.None(rows);
        Parallel.For(0, samples, i =>
        {
            var random = new SeededRandom(3, (ulong)i);
            var parts = new (double Over, double Under)[rows];
            for (var row = 0; row < rows; row++)
            {
                parts[row] = draw(ref random);
            }

            IReadOnlyList<double?> Ratio(ReadOnlySpan<int> chosen)
            {
                double over = 0, under = 0;
                foreach (var row in chosen)
                {
                    over += parts[row].Over;
                    under += parts[row].Under;
                }

                return [over / under];
            }

            var figure = Ratio([.. Enumerable.Range(0, rows)])[0]!.Value;
            var sorted = Array.FindAll(Bootstrap.Run(groups, 1, Ratio, resamples, (ulong)i)[0], double.IsFinite);
            if (sorted.Length == 0)
            {
                // No positive row, and none taken for one: no figure, and so no interval that holds it.
                return;
            }

            Array.Sort(sorted);
            var acceleration = BootstrapIntervals.Acceleration(Bootstrap.Jackknife(groups, 1, Ratio)[0]);
            Interval[] intervals =
            [
                BootstrapIntervals.Percentile(sorted, 0.95), BootstrapIntervals.ExpandedPercentile(sorted, rows, 0.95),
                BootstrapIntervals.Bca(sorted, figure, acceleration, units: null, 0.95), BootstrapIntervals.Bca(sorted, figure, acceleration, rows, 0.95),
            ];
            for (var m = 0; m < held.Length; m++)
            {
                if (intervals[m].Low <= truth && truth <= intervals[m].High)
                {
                    Interlocked.Increment(ref held[m]);
                }
            }
        });

        return [.. held.Select(count => (double)count / samples)];
    }
}
