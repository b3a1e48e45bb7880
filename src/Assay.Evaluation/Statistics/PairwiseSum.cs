namespace Assay.Statistics;

/// <summary>
/// Sums in the order in which numpy adds contiguous doubles: halves down to 128 values, these by eight accumulators. The rounding error
/// grows with the logarithm of the count, and results agree with numpy's to the last digits.
/// </summary>
internal static class PairwiseSum
{
    private const int Block = 128;

    public static double Of(ReadOnlySpan<double> values) => Sum(values, default(Identity));

    public static double OfSquaredDeviations(ReadOnlySpan<double> values, double mean) => Sum(values, new SquaredDeviation(mean));

    private static double Sum<TTerm>(ReadOnlySpan<double> values, TTerm term)
        where TTerm : struct, ITerm
    {
        if (values.Length <= Block) return SumBlock(values, term);
        var half = values.Length / 2;
        half -= half % 8;
        return Sum(values[..half], term) + Sum(values[half..], term);
    }

    private static double SumBlock<TTerm>(ReadOnlySpan<double> values, TTerm term)
        where TTerm : struct, ITerm
    {
        double sum = 0;
        var i = 0;
        if (values.Length >= 8)
        {
            Span<double> lanes = stackalloc double[8];
            lanes.Clear();
            for (var lane = 0; lane < 8; lane++) lanes[lane] = term.Of(values[lane]);
            for (i = 8; i + 8 <= values.Length; i += 8)
                for (var lane = 0; lane < 8; lane++) lanes[lane] += term.Of(values[i + lane]);
            sum = ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
        }

        for (; i < values.Length; i++) sum += term.Of(values[i]);
        return sum;
    }

    private interface ITerm
    {
        double Of(double value);
    }

    private readonly struct Identity : ITerm
    {
        public double Of(double value) => value;
    }

    private readonly struct SquaredDeviation(double mean) : ITerm
    {
        public double Of(double value) => (value - mean) * (value - mean);
    }
}
