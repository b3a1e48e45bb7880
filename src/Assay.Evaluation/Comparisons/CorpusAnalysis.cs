using Assay.Scoring;
using Assay.Statistics;

namespace Assay.Comparisons;

/// <summary>
/// One figure of all rows together (corpus BLEU, F1 …) of two runs. The test swaps the answers of rows at random between the two runs
/// (approximate randomisation: Noreen 1989, Riezler and Maxwell 2005); the interval is of percentiles of the difference when the rows are
/// drawn again, both runs' together (Koehn 2004). Neither supposes anything of the figure's shape.
/// </summary>
internal sealed class CorpusAnalysis : IPairAnalysis
{
    private const int Samples = 1999, Batch = 50;

    private readonly ICorpus _corpus;
    private readonly int _figure;
    private readonly double[] _resampled;

    /// <param name="corpus">The parts of the first run's rows, then those of the second's in the same order.</param>
    /// <param name="rows">How many rows each has.</param>
    /// <param name="figure">Which of the corpus' figures.</param>
    /// <param name="seed">Of swaps and resamples.</param>
    public CorpusAnalysis(ICorpus corpus, int rows, int figure, ulong seed)
    {
        (_corpus, Rows, _figure) = (corpus, rows, figure);
        A = Figure([.. Enumerable.Range(0, rows)]);
        B = Figure([.. Enumerable.Range(rows, rows)]);
        var swapped = Draw(seed, 0, (random, first, second) =>
        {
            for (var row = 0; row < rows; row++)
            {
                var swap = random.Next(2) * rows;
                (first[row], second[row]) = (row + swap, row + rows - swap);
            }

            return random;
        });
        var distance = Math.Abs(B - A) * (1 - 1e-12);
        P = double.IsFinite(distance) ? (swapped.Count(difference => !(Math.Abs(difference) < distance)) + 1.0) / (Samples + 1) : double.NaN;
        _resampled = Draw(seed, 1 << 20, (random, first, second) =>
        {
            for (var row = 0; row < rows; row++)
            {
                var drawn = random.Next(rows);
                (first[row], second[row]) = (drawn, drawn + rows);
            }

            return random;
        });
        Array.Sort(_resampled);
    }

    public string TestName => "randomisation";

    public double P { get; }

    public double A { get; }

    public double B { get; }

    public int Rows { get; }

    public bool IsPassFail => false;

    public (int Gained, int Lost)? Discordant => null;

    public IReadOnlyList<string> Notes => [];

    public IReadOnlyList<EffectSize> EffectSizes => [];

    public IntervalEstimate Interval(double confidence)
    {
        if (Rows < ConfidenceIntervals.EnoughRows)
        {
            return IntervalEstimate.None($"{Rows} rows in both runs; a difference of figures needs {ConfidenceIntervals.EnoughRows} for an interval");
        }

        if (_resampled.Any(difference => !double.IsFinite(difference))) return IntervalEstimate.None("some resamples of the rows have no figure");
        var low = Aggregates.Percentile(_resampled, 50 * (1 - confidence))!.Value;
        var high = Aggregates.Percentile(_resampled, 100 - (50 * (1 - confidence)))!.Value;
        return IntervalEstimate.Of(new Interval(low, high), "paired bootstrap");
    }

    public double? SmallestDifference(double power, double confidence)
    {
        var variance = Aggregates.Variance(_resampled);
        return variance is { } spread && double.IsFinite(spread) && spread > 0
            ? Math.Sqrt(spread) * (Quantiles.Normal(0.5 + (confidence / 2)) + Quantiles.Normal(power))
            : null;
    }

    private double[] Draw(ulong seed, ulong stream, Func<SeededRandom, int[], int[], SeededRandom> fill)
    {
        var differences = new double[Samples];
        Parallel.For(0, (Samples + Batch - 1) / Batch, batch =>
        {
            var random = new SeededRandom(seed, stream + (ulong)batch);
            var (first, second) = (new int[Rows], new int[Rows]);
            for (var sample = batch * Batch; sample < Math.Min(Samples, (batch + 1) * Batch); sample++)
            {
                random = fill(random, first, second);
                differences[sample] = Figure(second) - Figure(first);
            }
        });
        return differences;
    }

    private double Figure(int[] rows) => _corpus.Compute(rows)[_figure] ?? double.NaN;
}
