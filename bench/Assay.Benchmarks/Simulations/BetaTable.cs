using MathNet.Numerics.Distributions;

namespace Assay.Benchmarks.Simulations;

/// <summary>Quantiles of a beta distribution at evenly spaced places, in ascending order, each by bisection from the one before.</summary>
internal static class BetaTable
{
    public static IEnumerable<double> Quantiles(double a, double b, int count)
    {
        double low = 0;
        for (var i = 0; i < count; i++)
        {
            var place = (i + 0.5) / count;
            double from = low, to = 1;
            for (var step = 0; step < 40 && to - from > 1e-12; step++)
            {
                var middle = (from + to) / 2;
                (from, to) = Beta.CDF(a, b, middle) < place ? (middle, to) : (from, middle);
            }

            yield return low = to;
        }
    }
}
