namespace Assay.Statistics;

/// <summary>
/// What the best of several is worth, once it was chosen by the very rows that measure it. Rows are drawn with replacement; the best on the draw
/// is measured on the rows that were left out (bootstrap bias correction: Tsamardinos, Greasidou and Borboudakis 2018). Deterministic by seed,
/// whatever the number of threads.
/// </summary>
internal sealed class SelectionBootstrap
{
    /// <summary>Additions that are well under some seconds of two cores.</summary>
    private const double MostWork = 4e9;
    private const int MostSamples = 2000;
    private const int FewestSamples = 200;

    private SelectionBootstrap(double[] leftOut, double[] wins) => (LeftOut, Wins) = (leftOut, wins);

    /// <summary>For each sample the mean, on the rows left out, of what the sample chose; sorted.</summary>
    public double[] LeftOut { get; }

    /// <summary>How often each was the best of a sample; those that are equally good share it.</summary>
    public double[] Wins { get; }

    /// <param name="scores">By candidate, then by row; every candidate has the same rows, two at least.</param>
    /// <param name="higherIsBetter">Which way is better.</param>
    /// <param name="seed">The seed.</param>
    public static SelectionBootstrap Of(double[][] scores, bool higherIsBetter, ulong seed)
    {
        var rows = scores[0].Length;
        var samples = (int)Math.Clamp(MostWork / ((double)rows * scores.Length), FewestSamples, MostSamples);
        var (best, leftOut) = (new int[samples][], new double[samples]);
        Parallel.For(0, samples, sample =>
        {
            var random = new SeededRandom(seed, (ulong)sample);
            var drawn = new ushort[rows];
            for (var i = 0; i < rows; i++)
            {
                drawn[random.Next(rows)]++;
            }

            best[sample] = Best(scores, drawn, higherIsBetter);
            leftOut[sample] = MeanLeftOut(scores[best[sample][0]], drawn);
        });
        var wins = new double[scores.Length];
        foreach (var equals in best)
        {
            foreach (var candidate in equals)
            {
                wins[candidate] += 1.0 / equals.Length;
            }
        }

        var known = Array.FindAll(leftOut, double.IsFinite);
        Array.Sort(known);
        return new SelectionBootstrap(known, wins);
    }

    /// <summary>The best ones: several when their sums differ in the last digits at most.</summary>
    private static int[] Best(double[][] scores, ushort[] drawn, bool higherIsBetter)
    {
        var sums = new double[scores.Length];
        for (var candidate = 0; candidate < sums.Length; candidate++)
        {
            var (sum, column) = (0.0, scores[candidate]);
            for (var row = 0; row < drawn.Length; row++)
            {
                sum += drawn[row] * column[row];
            }

            sums[candidate] = higherIsBetter ? sum : -sum;
        }

        var least = sums.Max() - (1e-12 * sums.Max(Math.Abs));
        return [.. Enumerable.Range(0, sums.Length).Where(candidate => sums[candidate] >= least)];
    }

    private static double MeanLeftOut(double[] column, ushort[] drawn)
    {
        var (sum, count) = (0.0, 0);
        for (var row = 0; row < drawn.Length; row++)
        {
            if (drawn[row] == 0)
            {
                (sum, count) = (sum + column[row], count + 1);
            }
        }

        return sum / count;
    }
}
