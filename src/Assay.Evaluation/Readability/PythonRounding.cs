using System.Globalization;
using System.Numerics;

namespace Assay.Readability;

/// <summary>Python's <c>round</c>: the exact binary value to so many decimals, halves to the even digit.</summary>
internal static class PythonRounding
{
    /// <summary>Rounds a number; one that is not finite stays as it is.</summary>
    /// <param name="number">The number.</param>
    /// <param name="points">Decimals, 0 to 15.</param>
    public static double Round(double number, int points)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(points);
        if (!double.IsFinite(number)) return number;
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(number));
        var exponent = (int)(bits >> 52);
        var mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        var shift = 1075 - Math.Max(exponent, 1);
        if (shift <= 0) return number;

        // number · 10^points = scaled / 2^shift
        var scaled = mantissa * BigInteger.Pow(10, points);
        var whole = scaled >> shift;
        var twiceRest = (scaled - (whole << shift)) << 1;
        var half = BigInteger.One << shift;
        if (twiceRest > half || (twiceRest == half && !whole.IsEven)) whole++;
        return Math.CopySign(double.Parse($"{whole}E-{points}", CultureInfo.InvariantCulture), number);
    }
}
