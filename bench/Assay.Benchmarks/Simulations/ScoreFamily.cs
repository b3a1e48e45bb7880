using Assay.Statistics;
using MathNet.Numerics.Distributions;

namespace Assay.Benchmarks.Simulations;

/// <summary>
/// A population of scores to draw from: so many equally likely values, in ascending order, so that its mean and variance are known to the last
/// digit and a draw costs nothing. For correlated pairs, correlate the places and read them off by <see cref="Quantile"/>.
/// </summary>
internal sealed class ScoreFamily
{
    private readonly double[] _values;

    public ScoreFamily(string name, ScaleOfScores scale, IEnumerable<double> values)
    {
        (Name, Scale) = (name, scale);
        _values = [.. values.Order()];
        Mean = Aggregates.Mean(_values)!.Value;
        Variance = Aggregates.Variance(_values)!.Value;
    }

    public string Name { get; }

    public ScaleOfScores Scale { get; }

    public double Mean { get; }

    public double Variance { get; }

    public double Median => Quantile(0.5);

    /// <summary>The value below which a share of the population lies; 0 ≤ share &lt; 1.</summary>
    public double Quantile(double share) => _values[(int)(share * _values.Length)];

    /// <summary>The score at the place of a standard normal number: correlated numbers give correlated scores.</summary>
    public double OfNormal(double normal) => Quantile(Math.Min(Normal.CDF(0, 1, normal), 1 - 1e-12));

    /// <summary>The mean of the scores of normal numbers that are so much higher: each value by the probability of its places.</summary>
    public double MeanWhenShifted(double shift)
    {
        double sum = 0, below = 0;
        for (var i = 0; i < _values.Length; i++)
        {
            var upTo = i + 1 == _values.Length ? 1 : Normal.CDF(0, 1, Normal.InvCDF(0, 1, (i + 1.0) / _values.Length) - shift);
            sum += _values[i] * (upTo - below);
            below = upTo;
        }

        return sum;
    }

    public double Draw(ref SeededRandom random) => _values[random.Next(_values.Length)];

    public double[] Draw(ref SeededRandom random, int rows)
    {
        var scores = new double[rows];
        for (var i = 0; i < rows; i++)
        {
            scores[i] = Draw(ref random);
        }

        return scores;
    }

    public override string ToString() => Name;
}
