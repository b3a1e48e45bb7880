namespace Assay.Statistics;

/// <summary>
/// Confidence intervals of the difference between two pass rates over the same rows: second less first, from how many rows were gained (the
/// second alone passes) and lost (the first alone). All lie within −1 and 1.
/// </summary>
public static class PairedProportions
{
    /// <summary>From this many rows on Tango's interval is taken; below, Bonett and Price's.</summary>
    public const int EnoughForTango = 50;

    /// <summary>The interval that holds at this number of rows, by simulation (docs/compare.md), and its name.</summary>
    public static IntervalEstimate Difference(int gained, int lost, int rows, double confidence = 0.95) =>
        rows == 0 ? IntervalEstimate.None("no row was scored in both runs")
        : rows < EnoughForTango ? IntervalEstimate.Of(BonettPrice(gained, lost, rows, confidence), "Bonett-Price")
        : IntervalEstimate.Of(Tango(gained, lost, rows, confidence), "Tango score");

    /// <summary>Tango's score interval (Tango 1998): all differences that the score test does not reject.</summary>
    public static Interval Tango(int gained, int lost, int rows, double confidence = 0.95)
    {
        Check(gained, lost, rows, confidence);
        var z = Quantiles.Normal(0.5 + (confidence / 2));
        var seen = (double)(gained - lost) / rows;
        return new Interval(
            Where(gained, lost, rows, z, -1, seen),
            Where(gained, lost, rows, -z, seen, 1));
    }

    /// <summary>Wald's interval after half a row is added to each of the four outcomes (Bonett and Price 2012).</summary>
    public static Interval BonettPrice(int gained, int lost, int rows, double confidence = 0.95)
    {
        Check(gained, lost, rows, confidence);
        double up = (gained + 1.0) / (rows + 2), down = (lost + 1.0) / (rows + 2), difference = up - down;
        var reach = Quantiles.Normal(0.5 + (confidence / 2)) * Math.Sqrt((up + down - (difference * difference)) / (rows + 2));
        return new Interval(Math.Max(-1, difference - reach), Math.Min(1, difference + reach));
    }

    /// <summary>Newcombe's method 10: the two Wilson intervals squared and added, with the correlation of the two (Newcombe 1998).</summary>
    public static Interval Newcombe(int both, int gained, int lost, int rows, double confidence = 0.95)
    {
        Check(gained, lost, rows, confidence);
        int first = both + lost, second = both + gained, neither = rows - both - gained - lost;
        var (a, b) = (ConfidenceIntervals.Wilson(first, rows, confidence), ConfidenceIntervals.Wilson(second, rows, confidence));
        double pa = (double)first / rows, pb = (double)second / rows, difference = pb - pa;
        var product = (double)first * (rows - first) * second * (rows - second);
        var covariance = ((double)both * neither) - ((double)gained * lost);
        covariance = covariance > 0 ? Math.Max(0, covariance - (rows / 2.0)) : covariance;
        var phi = product == 0 ? 0 : covariance / Math.Sqrt(product);
        double down = Reach(pb - b.Low, a.High - pa, phi), up = Reach(b.High - pb, pa - a.Low, phi);
        return new Interval(difference - down, difference + up);
    }

    private static double Reach(double one, double other, double phi) =>
        Math.Sqrt(Math.Max(0, (one * one) - (2 * phi * one * other) + (other * other)));

    // The score falls as the difference that is supposed rises; bisection to the last digit.
    private static double Where(int gained, int lost, int rows, double score, double low, double high)
    {
        for (var step = 0; step < 200 && low < high; step++)
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high) break;
            if (Score(gained, lost, rows, middle) > score) low = middle;
            else high = middle;
        }

        return score > 0 ? low : high;
    }

    private static double Score(double gained, double lost, double rows, double difference)
    {
        double a = 2 * rows, b = -gained - lost + (((2 * rows) - gained + lost) * difference), c = -lost * difference * (1 - difference);
        var down = (Math.Sqrt(Math.Max(0, (b * b) - (4 * a * c))) - b) / (2 * a);
        var variance = rows * ((2 * down) + (difference * (1 - difference)));
        var distance = gained - lost - (rows * difference);
        return variance > 0 ? distance / Math.Sqrt(variance) : distance > 0 ? double.PositiveInfinity : distance < 0 ? double.NegativeInfinity : 0;
    }

    private static void Check(int gained, int lost, int rows, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(gained);
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(gained + lost, rows);
        if (confidence is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "confidence lies between 0 and 1");
    }
}
