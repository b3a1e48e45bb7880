using System.Collections.Concurrent;
using Assay.Statistics;

namespace Assay.Benchmarks.Simulations;

/// <summary>How often intervals of a mean hold it, in samples of a family; seeded, the same on any number of processors.</summary>
internal static class MeanCoverage
{
    private const int PerBatch = 50;

    /// <param name="family">The scores.</param>
    /// <param name="rows">Rows of a sample.</param>
    /// <param name="samples">Samples.</param>
    /// <param name="resamples">Resamples of each for the bootstrap; 0 leaves its methods out.</param>
    public static IReadOnlyList<Coverage> Of(ScoreFamily family, int rows, int samples, int resamples)
    {
        var methods = MeanMethod.All
            .Where(method => (resamples > 0 || !method.Resamples) && (!method.NeedsScale || family.Scale != ScaleOfScores.Unbounded)).ToList();
        var batches = new ConcurrentBag<(int[] Held, double[] Widths)>();
        Parallel.For(0, samples / PerBatch, batch =>
        {
            var random = new SeededRandom(1, (ulong)batch);
            int[] held = new int[methods.Count];
            var widths = new double[methods.Count];
            for (var i = 0; i < PerBatch; i++)
            {
                var sample = new MeanSample(family, family.Draw(ref random, rows), resamples, ref random);
                for (var m = 0; m < held.Length; m++)
                {
                    var interval = methods[m].Interval(sample);
                    held[m] += interval.Low <= family.Mean + 1e-12 && family.Mean - 1e-12 <= interval.High ? 1 : 0;
                    widths[m] += interval.High - interval.Low;
                }
            }

            batches.Add((held, widths));
        });

        var drawn = samples / PerBatch * PerBatch;
        var unit = Math.Sqrt(family.Variance / rows);
        return [.. methods.Select((method, m) => new Coverage(
            family, rows, method.Name, batches.Sum(batch => (double)batch.Held[m]) / drawn, batches.Sum(batch => batch.Widths[m]) / drawn / unit))];
    }
}
