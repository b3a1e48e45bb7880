namespace Assay.Statistics;

/// <summary>The distribution of the sum of a random subset of numbers that are whole multiples of one step, by adding one number at a time.</summary>
internal sealed class StepSums
{
    private const long MostWork = 50_000_000;

    /// <summary>How far a number may be from a multiple, in steps: what rounding leaves of scores such as 0.1 + 0.2.</summary>
    private const double Rounding = 1e-6;

    private readonly int[] _steps;
    private readonly double _step;

    private StepSums(int[] steps, double step) => (_steps, _step) = (steps, step);

    /// <summary>Null when the numbers have no common step, or so small a one that counting would take long.</summary>
    public static StepSums? For(double[] sizes)
    {
        double step = sizes.Max(), least = step * 1e-5, total = sizes.Sum();
        foreach (var size in sizes)
        {
            step = Common(step, size, least);
            if (step < least || total / step * sizes.Length > MostWork) return null;
        }

        // The step is a remainder of remainders; as a share of the largest it has its digits again.
        step = sizes.Max() / Math.Round(sizes.Max() / step);
        var steps = Array.ConvertAll(sizes, size => (int)Math.Round(size / step));
        return Enumerable.Range(0, sizes.Length).All(i => Math.Abs((sizes[i] / step) - steps[i]) <= Rounding) ? new StepSums(steps, step) : null;
    }

    public double ShareAtMost(double limit)
    {
        var most = (int)Math.Floor((limit / _step) + Rounding);
        if (most < 0) return 0;
        var shares = new double[most + 1];
        shares[0] = 1;
        foreach (var size in _steps)
        {
            for (var sum = most; sum >= 0; sum--) shares[sum] = (shares[sum] + (sum >= size ? shares[sum - size] : 0)) / 2;
        }

        return PairwiseSum.Of(shares);
    }

    // Euclid's, with what is smaller than any step taken for nothing.
    private static double Common(double a, double b, double least)
    {
        while (b > least * 0.5)
        {
            var rest = Math.Abs(a - (b * Math.Round(a / b)));
            (a, b) = (b, rest);
        }

        return a;
    }
}
