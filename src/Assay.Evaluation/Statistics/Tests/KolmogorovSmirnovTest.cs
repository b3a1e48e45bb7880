namespace Assay.Statistics;

/// <summary>
/// Whether two samples come from one continuous distribution (Smirnov 1939), as scipy 1.10.1 has it: the statistic is the largest distance
/// between their distribution functions, of one side with an alternative (greater: the first's lies above, so that its values are smaller). NaN
/// on an empty sample or one with NaN. Ties make the p too large.
/// </summary>
public static class KolmogorovSmirnovTest
{
    /// <summary>Up to this many of either sample all orders are counted.</summary>
    private const int MostExactRows = 10_000;

    /// <summary>Tests two samples.</summary>
    /// <param name="first">The first sample.</param>
    /// <param name="second">The second.</param>
    /// <param name="exact">True for exact, false for the limiting distribution, null for exact up to 10,000 of either.</param>
    /// <param name="alternative">Which side counts.</param>
    public static TestResult Of(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, bool? exact = null, Alternative alternative = Alternative.TwoSided)
    {
        if (first.IsEmpty || second.IsEmpty || first.ContainsAny([double.NaN]) || second.ContainsAny([double.NaN])) return new TestResult(double.NaN, double.NaN);
        var (above, below) = Distances(first, second);
        var distance = alternative switch { Alternative.Less => below, Alternative.Greater => above, _ => Math.Max(above, below) };
        var p = exact ?? Math.Max(first.Length, second.Length) <= MostExactRows
            ? Exact(distance, first.Length, second.Length, alternative == Alternative.TwoSided)
            : Limiting(distance, first.Length, second.Length, alternative == Alternative.TwoSided);
        return new TestResult(distance, Math.Clamp(p, 0, 1));
    }

    // How far the first's distribution function rises above the second's, and falls below it.
    private static (double Above, double Below) Distances(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double[] a = first.ToArray(), b = second.ToArray();
        Array.Sort(a);
        Array.Sort(b);
        double above = 0, below = 0;
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            var value = j == b.Length || (i < a.Length && a[i] <= b[j]) ? a[i] : b[j];
            while (i < a.Length && a[i] <= value) i++;
            while (j < b.Length && b[j] <= value) j++;
            var distance = ((double)i / a.Length) - ((double)j / b.Length);
            (above, below) = (Math.Max(above, distance), Math.Max(below, -distance));
        }

        return (above, below);
    }

    // An order of both samples is a path from (0, 0) to (n, m). Of the paths to a place, the share that was as far from the diagonal somewhere is
    // made of the shares of its two neighbours; all terms are positive, so that a small p keeps its digits.
    private static double Exact(double distance, int n, int m, bool eitherSide)
    {
        var divisor = Divisor(n, m);
        long stepFirst = m / divisor, stepSecond = n / divisor, far = (long)Math.Round(distance * (n / divisor) * m);
        if (far == 0) return 1;
        var shares = new double[m + 1];
        for (var i = 0; i <= n; i++)
        {
            for (var j = 0; j <= m; j++)
            {
                var from = (i * stepFirst) - (j * stepSecond);
                shares[j] = (eitherSide ? Math.Abs(from) : from) >= far ? 1
                    : i + j == 0 ? 0
                    : ((i > 0 ? shares[j] * i : 0) + (j > 0 ? shares[j - 1] * j : 0)) / (i + j);
            }
        }

        return shares[m];
    }

    // Of two sides the distribution of one sample of the effective size; of one Hodges' (1957) correction of Smirnov's limit, formula 5.3.
    private static double Limiting(double distance, double first, double second, bool eitherSide)
    {
        double n = Math.Max(first, second), m = Math.Min(first, second), effective = n * m / (n + m);
        if (eitherSide) return KolmogorovDistribution.Above(distance, (int)Math.Round(effective));
        var z = Math.Sqrt(effective) * distance;
        return Math.Exp((-2 * z * z) - (2 * z * (n + (2 * m)) / Math.Sqrt(n * m * (n + m)) / 3));
    }

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);
}
