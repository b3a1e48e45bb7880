namespace Assay.Statistics;

/// <summary>
/// How many rows a paired comparison needs, and what it can see. Two-sided at <c>1 − confidence</c>. Source: for means the normal approximation
/// with the correction for estimating the spread (Guenther 1981); for pass rates Connor 1987.
/// </summary>
public static class PairedPower
{
    private const double MostRows = 1e12;

    /// <summary>Rows for a difference of means.</summary>
    /// <param name="difference">The difference to see; not 0.</param>
    /// <param name="deviation">The standard deviation of the paired differences.</param>
    /// <param name="power">How likely it is to be seen.</param>
    /// <param name="confidence">Of the test.</param>
    public static long RowsForMeans(double difference, double deviation, double power = 0.8, double confidence = 0.95)
    {
        var (z, sum) = Normals(power, confidence);
        return Whole(Math.Pow(sum * deviation / difference, 2) + (z * z / 2));
    }

    /// <summary>Rows for a difference of pass rates.</summary>
    /// <param name="difference">The difference to see; not 0, and not above the share of differing rows.</param>
    /// <param name="differing">The share of rows on which the two disagree.</param>
    /// <param name="power">How likely it is to be seen.</param>
    /// <param name="confidence">Of the test.</param>
    public static long RowsForPassRates(double difference, double differing, double power = 0.8, double confidence = 0.95)
    {
        var z = Quantiles.Normal(0.5 + (confidence / 2));
        var spread = Math.Sqrt(Math.Max(0, differing - (difference * difference)));
        return Whole(Math.Pow(((z * Math.Sqrt(differing)) + (Quantiles.Normal(power) * spread)) / difference, 2));
    }

    /// <summary>The smallest difference of means that so many rows would show with the wanted power.</summary>
    public static double SmallestMean(long rows, double deviation, double power = 0.8, double confidence = 0.95)
    {
        var (z, sum) = Normals(power, confidence);
        return rows > z * z / 2 ? sum * deviation / Math.Sqrt(rows - (z * z / 2)) : double.NaN;
    }

    /// <summary>
    /// The smallest difference of pass rates that so many rows would show with the wanted power; NaN when not even a difference of 1 would be
    /// seen. Where it is larger than the share of differing rows, that share is taken to be as large.
    /// </summary>
    public static double SmallestPassRate(long rows, double differing, double power = 0.8, double confidence = 0.95)
    {
        double low = 0, high = 1;
        if (rows < RowsForPassRates(high, Math.Max(high, differing), power, confidence)) return double.NaN;
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            if (RowsForPassRates(middle, Math.Max(middle, differing), power, confidence) <= rows) high = middle;
            else low = middle;
        }

        return high;
    }

    /// <summary>The share of rows on which two pass-or-fail runs disagree, from their pass rates and correlation (phi).</summary>
    public static double Differing(double first, double second, double correlation)
    {
        var spread = Math.Sqrt(first * (1 - first) * second * (1 - second));
        var differing = first + second - (2 * ((first * second) + (correlation * spread)));
        return Math.Clamp(differing, Math.Abs(first - second), Math.Min(1, Math.Min(first + second, 2 - first - second)));
    }

    private static (double Level, double Sum) Normals(double power, double confidence)
    {
        var z = Quantiles.Normal(0.5 + (confidence / 2));
        return (z, z + Quantiles.Normal(power));
    }

    private static long Whole(double rows) => double.IsNaN(rows) || rows > MostRows ? (long)MostRows : Math.Max(2, (long)Math.Ceiling(rows - 1e-9));
}
