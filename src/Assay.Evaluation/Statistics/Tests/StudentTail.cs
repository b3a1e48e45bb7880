using MathNet.Numerics;

namespace Assay.Statistics;

/// <summary>Probabilities of Student's t distribution.</summary>
internal static class StudentTail
{
    /// <summary>The probability above t.</summary>
    public static double Above(double t, double freedom)
    {
        if (double.IsNaN(t)) return double.NaN;
        if (double.IsInfinity(t)) return t > 0 ? 0 : 1;

        var half = SpecialFunctions.BetaRegularized(freedom / 2, 0.5, freedom / (freedom + (t * t))) / 2;
        return t >= 0 ? half : 1 - half;
    }

    /// <summary>Of a statistic that has this distribution when there is no difference.</summary>
    public static double PValue(double t, double freedom, Alternative alternative) => alternative switch
    {
        Alternative.Less => Above(-t, freedom),
        Alternative.Greater => Above(t, freedom),
        _ => Math.Min(1, 2 * Above(Math.Abs(t), freedom)),
    };
}
