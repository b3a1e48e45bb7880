using Assay.Statistics;

namespace Assay.Benchmarks.Simulations;

/// <summary>A sample of scores and its resamples, drawn once for all methods.</summary>
internal sealed class MeanSample
{
    private readonly double[] _studentized;

    public MeanSample(ScoreFamily family, double[] scores, int resamples, ref SeededRandom random)
    {
        (Scores, Estimate) = (scores, MeanEstimate.Of(scores));
        Scale = family.Scale switch
        {
            ScaleOfScores.Rating => new(1, 5),
            ScaleOfScores.Grade => new(0, 100),
            ScaleOfScores.Unbounded => new(double.NegativeInfinity, double.PositiveInfinity),
            _ => new(0, 1),
        };
        (Means, SmoothedMeans, _studentized) = (new double[resamples], new double[resamples], new double[resamples]);
        for (var i = 0; i < resamples; i++)
        {
            Resample(i, ref random);
        }

        Array.Sort(Means);
        Array.Sort(SmoothedMeans);
        Array.Sort(_studentized);
    }

    public double[] Scores { get; }

    public MeanEstimate Estimate { get; }

    public Interval Scale { get; }

    public double[] Means { get; }

    /// <summary>Means of resamples with normal noise on every score, of the kernel width 1.06 s n^-1/5 (Silverman 1986): added to the mean as one.</summary>
    public double[] SmoothedMeans { get; }

    public double Acceleration()
    {
        var n = Scores.Length;
        var leftOut = Scores.Select(score => (Estimate.Mean * n - score) / (n - 1)).ToArray();
        return BootstrapIntervals.Acceleration(leftOut);
    }

    public Interval Studentized() => new(
        Estimate.Mean - Aggregates.Percentile(_studentized, 97.5)!.Value * Estimate.StandardError,
        Estimate.Mean - Aggregates.Percentile(_studentized, 2.5)!.Value * Estimate.StandardError);

    private void Resample(int place, ref SeededRandom random)
    {
        int n = Scores.Length;
        double sum = 0, squares = 0;
        for (var i = 0; i < n; i++)
        {
            var score = Scores[random.Next(n)] - Estimate.Mean;
            sum += score;
            squares += score * score;
        }

        double mean = sum / n, error = Math.Sqrt(Math.Max(0, squares - sum * mean) / (n - 1.0) / n);
        Means[place] = Estimate.Mean + mean;
        _studentized[place] = error > 1e-12 ? mean / error : mean == 0 ? 0 : Math.Sign(mean) * 1e3;
        var noise = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        SmoothedMeans[place] = Estimate.Mean + mean + noise * 1.06 * Math.Pow(n, -0.2) * Estimate.StandardError;
    }
}
