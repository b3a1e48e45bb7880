using Assay.Scoring;
using Assay.Statistics;

namespace Assay.Comparisons;

/// <summary>
/// Every figure of all rows together of two runs: as they are, with the answers of rows swapped at random between the two, and with the rows
/// drawn again, both runs' together. A draw is computed once for all figures.
/// </summary>
internal sealed class CorpusResamples
{
    private const int Samples = 1999, Batch = 50;

    private readonly ICorpus _corpus;
    private readonly double[][] _swapped;
    private readonly double[][] _drawn;

    /// <param name="corpus">The parts of the first run's rows, then those of the second's in the same order.</param>
    /// <param name="rows">How many rows each has.</param>
    /// <param name="seed">Of swaps and draws.</param>
    public CorpusResamples(ICorpus corpus, int rows, ulong seed)
    {
        (_corpus, Rows) = (corpus, rows);
        A = Figures([.. Enumerable.Range(0, rows)]);
        B = Figures([.. Enumerable.Range(rows, rows)]);
        _swapped = Draw(seed, 0, Swap);
        _drawn = Draw(seed, 1 << 20, Resample);
    }

    private delegate void Filler(ref SeededRandom random, int[] first, int[] second);

    /// <summary>How many rows each run has.</summary>
    public int Rows { get; }

    /// <summary>The first run's figures.</summary>
    public double[] A { get; }

    /// <summary>The second run's figures.</summary>
    public double[] B { get; }

    /// <summary>Differences of a figure with answers swapped at random.</summary>
    public double[] Swapped(int figure) => [.. _swapped.Select(differences => differences[figure])];

    /// <summary>Differences of a figure with rows drawn again, in ascending order.</summary>
    public double[] Drawn(int figure) => [.. _drawn.Select(differences => differences[figure]).Order()];

    private static void Swap(ref SeededRandom random, int[] first, int[] second)
    {
        for (var row = 0; row < first.Length; row++)
        {
            var swap = random.Next(2) * first.Length;
            (first[row], second[row]) = (row + swap, row + first.Length - swap);
        }
    }

    private static void Resample(ref SeededRandom random, int[] first, int[] second)
    {
        for (var row = 0; row < first.Length; row++)
        {
            var drawn = random.Next(first.Length);
            (first[row], second[row]) = (drawn, drawn + first.Length);
        }
    }

    /// <summary>By sample, then by figure.</summary>
    private double[][] Draw(ulong seed, ulong stream, Filler fill)
    {
        var differences = new double[Samples][];
        Parallel.For(0, (Samples + Batch - 1) / Batch, batch =>
        {
            var random = new SeededRandom(seed, stream + (ulong)batch);
            var (first, second) = (new int[Rows], new int[Rows]);
            for (var sample = batch * Batch; sample < Math.Min(Samples, (batch + 1) * Batch); sample++)
            {
                fill(ref random, first, second);
                differences[sample] = [.. Figures(second).Zip(Figures(first), (b, a) => b - a)];
            }
        });
        return differences;
    }

    private double[] Figures(int[] rows) => [.. _corpus.Compute(rows).Select(figure => figure ?? double.NaN)];
}
