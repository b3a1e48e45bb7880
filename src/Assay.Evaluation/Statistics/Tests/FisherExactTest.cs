namespace Assay.Statistics;

/// <summary>
/// Whether two pass rates of different rows differ, exact at any number of rows (Fisher 1922), as scipy 1.10.1 has it: given the sums, the first
/// cell of a two by two table is hypergeometric. The statistic is the odds ratio of the sample, infinite without a pair in the other diagonal.
/// A table with an empty row or column says nothing: NaN and p 1.
/// </summary>
public static class FisherExactTest
{
    /// <summary>Counts that are equally likely by the formula may differ by so much in their last digits.</summary>
    private const double Alike = 1 + 1e-10;

    /// <summary>Tests the table <c>[[a, b], [c, d]]</c>.</summary>
    /// <param name="a">Passes of the first sample.</param>
    /// <param name="b">Its failures.</param>
    /// <param name="c">Passes of the second.</param>
    /// <param name="d">Its failures.</param>
    /// <param name="alternative">Greater when the first passes more often.</param>
    public static TestResult Of(int a, int b, int c, int d, Alternative alternative = Alternative.TwoSided)
    {
        foreach (var count in (ReadOnlySpan<int>)[a, b, c, d]) ArgumentOutOfRangeException.ThrowIfNegative(count);
        long first = (long)a + b, second = (long)c + d, passes = (long)a + c;
        if (first == 0 || second == 0 || passes == 0 || b + (long)d == 0) return new TestResult(double.NaN, 1);
        var (least, weights) = Weights(first, second, passes);
        var seen = weights[a - least];
        var extreme = alternative switch
        {
            Alternative.Less => weights[..(int)(a - least + 1)],
            Alternative.Greater => weights[(int)(a - least)..],
            _ => [.. weights.Where(weight => weight <= seen * Alike)],
        };
        return new TestResult(b > 0 && c > 0 ? (double)a * d / ((double)b * c) : double.PositiveInfinity, PairwiseSum.Of(extreme) / PairwiseSum.Of(weights));
    }

    // The probabilities of each count of the first cell, but for a factor: 1 at the likeliest, the others by the ratio to their neighbour.
    private static (long Least, double[] Weights) Weights(long first, long second, long passes)
    {
        long least = Math.Max(0, passes - second), most = Math.Min(first, passes), mode = (first + 1) * (passes + 1) / (first + second + 2);
        var weights = new double[most - least + 1];
        mode = Math.Clamp(mode, least, most);
        double Up(long x) => (double)(first - x) * (passes - x) / ((x + 1.0) * (second - passes + x + 1));
        weights[mode - least] = 1;
        for (var x = mode; x < most; x++) weights[x + 1 - least] = weights[x - least] * Up(x);
        for (var x = mode - 1; x >= least; x--) weights[x - least] = weights[x + 1 - least] / Up(x);
        return (least, weights);
    }
}
