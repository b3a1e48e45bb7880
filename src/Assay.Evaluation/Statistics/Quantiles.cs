using MathNet.Numerics.Distributions;

namespace Assay.Statistics;

/// <summary>Quantiles of distributions, to the last digits: where the probability below is the one given.</summary>
internal static class Quantiles
{
    /// <summary>Of the standard normal distribution.</summary>
    public static double Normal(double probability) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, probability);

    /// <summary>Of the beta distribution.</summary>
    public static double Beta(double a, double b, double probability) => Polish(
        MathNet.Numerics.Distributions.Beta.InvCDF(a, b, probability), probability, x => MathNet.Numerics.Distributions.Beta.CDF(a, b, x),
        x => MathNet.Numerics.Distributions.Beta.PDF(a, b, x), isInside: x => x is > 0 and < 1);

    /// <summary>Of Student's t.</summary>
    public static double Student(double freedom, double probability) => Polish(
        StudentT.InvCDF(0, 1, freedom, probability), probability, t => StudentT.CDF(0, 1, freedom, t), t => StudentT.PDF(0, 1, freedom, t), double.IsFinite);

    /// <summary>Of the gamma distribution of that shape, with the rate 1.</summary>
    public static double Gamma(double shape, double probability) => MathNet.Numerics.Distributions.Gamma.InvCDF(shape, 1, probability);

    // The library finds these quantiles to about 1e-8; Newton's steps bring them to the last digits.
    private static double Polish(
        double x, double probability, Func<double, double> distribution, Func<double, double> density, Func<double, bool> isInside)
    {
        for (var step = 0; step < 3; step++)
        {
            var moved = x - (distribution(x) - probability) / density(x);
            if (!isInside(moved)) break;
            x = moved;
        }

        return x;
    }
}
