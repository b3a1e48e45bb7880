using MathNet.Numerics;

namespace Assay.Statistics;

/// <summary>Probabilities of the standard normal distribution, exact to the last digits far into the tails.</summary>
internal static class NormalTail
{
    /// <summary>The probability above z.</summary>
    public static double Above(double z) => SpecialFunctions.Erfc(z / Math.Sqrt(2)) / 2;

    /// <summary>The probability below z.</summary>
    public static double Below(double z) => Above(-z);

    /// <summary>Of a statistic that is standard normal when there is no difference.</summary>
    public static double PValue(double z, Alternative alternative) => alternative switch
    {
        Alternative.Less => Below(z),
        Alternative.Greater => Above(z),
        _ => 2 * Above(Math.Abs(z)),
    };
}
