namespace Assay.Charts;

/// <summary>The few round values at which an axis is labelled: 1, 2 or 5 times a power of ten apart.</summary>
/// <param name="Values">The values, from low to high.</param>
/// <param name="Decimals">How many decimals tell them apart.</param>
public sealed record Ticks(IReadOnlyList<double> Values, int Decimals)
{
    /// <summary>
    /// At most <paramref name="most"/> round values from <paramref name="low"/> to <paramref name="high"/>; the one value when they are
    /// equal.
    /// </summary>
    public static Ticks Nice(double low, double high, int most = 5)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || high <= low)
        {
            return new Ticks(double.IsFinite(low) ? [low] : [], 3);
        }

        var step = Step((high - low) / Math.Max(1, most - 1));
        var (first, last) = (Math.Ceiling((low / step) - 1e-9), Math.Floor((high / step) + 1e-9));
        while (last - first + 1 > most)
        {
            step = Step(step * 1.5);
            (first, last) = (Math.Ceiling((low / step) - 1e-9), Math.Floor((high / step) + 1e-9));
        }

        var count = (int)(last - first) + 1;
        var values = Enumerable.Range(0, Math.Max(0, count)).Select(i => (first + i) * step).ToArray();
        return new Ticks(values, Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 12));
    }

    /// <summary>The next step of 1, 2 or 5 times a power of ten that is no smaller.</summary>
    private static double Step(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var factor = (least / power) switch { <= 1.0000001 => 1, <= 2.0000001 => 2, <= 5.0000001 => 5, _ => 10 };
        return factor * power;
    }
}
