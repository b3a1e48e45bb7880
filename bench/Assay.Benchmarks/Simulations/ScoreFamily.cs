using Assay.Statistics;

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
