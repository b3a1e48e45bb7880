using MathNet.Numerics;

namespace Assay.Statistics;

/// <summary>
/// Of n values drawn from a continuous distribution: how likely their distribution function is somewhere as far from the true one. The method
/// for each n and distance is the one that scipy 1.10 takes (Simard and L'Ecuyer 2011), so that small differences are the same too.
/// </summary>
internal static class KolmogorovDistribution
{
    /// <summary>Up to this n the methods are exact; beyond, the limit with three corrections is good to ten digits.</summary>
    private const int Small = 140;

    /// <summary>The probability of a distance of at least so much; NaN without values.</summary>
    public static double Above(double distance, int n)
    {
        if (n < 1 || double.IsNaN(distance)) return double.NaN;
        if (distance >= 1) return 0;
        var steps = n * distance;
        if (steps <= 0.5) return 1;
        if (steps <= 1) return 1 - Math.Exp(LogFactorialRatio(n) - n + (n * Math.Log((2 * steps) - 1)));
        if (steps >= n - 1) return 2 * Math.Pow(1 - distance, n);
        var square = steps * distance;
        return distance >= 0.5 || square > (n <= Small ? 4 : 2.2) ? Math.Min(1, 2 * OneSide(distance, n))
            : n <= Small || n * Math.Pow(distance, 1.5) <= 1.4 ? 1 - MatrixPower(distance, n)
            : 1 - Corrected(distance, n);
    }

    /// <summary>The probability that the distance to one side is as large (Smirnov 1944; Birnbaum and Tingey 1951).</summary>
    private static double OneSide(double distance, int n)
    {
        double sum = 0;
        for (var j = 0; j <= (int)(n * (1 - distance)); j++)
        {
            double place = distance + ((double)j / n), rest = 1 - place;
            if (rest <= 0) continue;
            var ways = SpecialFunctions.GammaLn(n + 1.0) - SpecialFunctions.GammaLn(j + 1.0) - SpecialFunctions.GammaLn(n - j + 1.0);
            sum += Math.Exp(ways + ((j - 1) * Math.Log(place)) + ((n - j) * Math.Log(rest)));
        }

        return distance * sum;
    }

    /// <summary>The probability of less, as one entry of a matrix to the power of n (Durbin 1973; Marsaglia, Tsang and Wang 2003).</summary>
    private static double MatrixPower(double distance, int n)
    {
        var k = (int)(n * distance) + 1;
        var size = (2 * k) - 1;
        var rest = k - (n * distance);
        var matrix = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) matrix[i, j] = i - j + 1 < 0 ? 0 : 1;
        }

        for (var i = 0; i < size; i++)
        {
            matrix[i, 0] -= Math.Pow(rest, i + 1);
            matrix[size - 1, i] -= Math.Pow(rest, size - i);
        }

        if (rest > 0.5) matrix[size - 1, 0] += Math.Pow((2 * rest) - 1, size);

        // Each factor is divided by e, and the n!/nⁿ before the power multiplied by eⁿ: neither leaves the range of doubles.
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) matrix[i, j] /= Math.E * (i - j + 1 > 0 ? SpecialFunctions.Factorial(i - j + 1) : 1);
        }

        return Power(matrix, n)[k - 1, k - 1] * Math.Exp(LogFactorialRatio(n));
    }

    // ln(n! eⁿ / nⁿ): for few by its factors, else Stirling's series.
    private static double LogFactorialRatio(int n) => n <= Small
        ? Enumerable.Range(1, n).Sum(i => Math.Log((double)i / n)) + n
        : (Math.Log(2 * Math.PI * n) / 2) + (1.0 / (12.0 * n)) - (1 / (360 * Math.Pow(n, 3)));

    /// <summary>The probability of less, by Kolmogorov's limit and its corrections in powers of 1/√n (Pelz and Good 1976).</summary>
    private static double Corrected(double distance, int n)
    {
        double z = Math.Sqrt(n) * distance, z2 = z * z, z4 = z2 * z2, z6 = z4 * z2, p2 = Math.PI * Math.PI, p4 = p2 * p2, p6 = p4 * p2;
        double k0 = 0, k1 = 0, k2 = 0, k3 = 0, extra2 = 0, extra3 = 0;
        for (var k = (int)Math.Ceiling(16 * z / Math.PI); k > 0; k--)
        {
            double odd = Math.Pow((2 * k) - 1, 2), odd2 = odd * odd, weight = Math.Exp(-p2 / 8 / z2 * odd);
            k0 += weight;
            k1 += weight * ((p2 / 4 * odd) - z2);
            k2 += weight * ((6 * z6) + (2 * z4) + (((2 * z4) - (5 * z2)) * p2 / 4 * odd) + (p4 * (1 - (2 * z2)) / 16 * odd2));
            k3 += weight * ((-30 * z6) - (90 * z6 * z2) + (p2 * ((135 * z4) - (96 * z6)) / 4 * odd)
                + (p4 * ((212 * z4) - (60 * z2)) / 16 * odd2) + (p6 * (5 - (30 * z2)) / 64 * odd2 * odd));
            double square = (double)k * k, tail = square * Math.Exp(-p2 / 2 / z2 * square);
            extra2 += tail;
            extra3 += tail * ((3 * z2) - (p2 * square));
        }

        k2 = (k2 / (72 * z6 * z)) - (extra2 * p2 / (36 * z2 * z));
        k3 = (k3 / (6480 * z6 * z4)) + (extra3 * p2 / (216 * z6));
        return Math.Sqrt(2 * Math.PI) * ((k0 / z) + (k1 / (6 * z4) / Math.Sqrt(n)) + (k2 / n) + (k3 / Math.Pow(n, 1.5)));
    }

    private static double[,] Power(double[,] matrix, int exponent)
    {
        double[,]? power = null;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) power = power is null ? matrix : Product(power, matrix);
            if (exponent > 1) matrix = Product(matrix, matrix);
        }

        return power!;
    }

    private static double[,] Product(double[,] first, double[,] second)
    {
        var size = first.GetLength(0);
        var product = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < size; k++)
            {
                for (var j = 0; j < size; j++) product[i, j] += first[i, k] * second[k, j];
            }
        }

        return product;
    }
}
