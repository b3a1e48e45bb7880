using Assay.Statistics;

namespace Assay.Comparisons;

/// <summary>How many rows a paired comparison needs, and what other numbers of rows would see.</summary>
/// <param name="Spread">How much rows differ by chance.</param>
/// <param name="Difference">The difference to see, above 0; null for the table alone.</param>
/// <param name="Power">How likely it is to be seen.</param>
/// <param name="Confidence">Of the test, two-sided.</param>
public sealed record PowerPlan(PairedSpread Spread, double? Difference, double Power = 0.8, double Confidence = 0.95)
{
    private static readonly long[] Sizes = [25, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

    /// <summary>Rows that see the difference; null when none was named.</summary>
    public long? Rows => Difference is not { } difference ? null : Spread.IsPassFail
        ? PairedPower.RowsForPassRates(difference, Math.Max(difference, Spread.Value), Power, Confidence)
        : PairedPower.RowsForMeans(difference, Spread.Value, Power, Confidence);

    /// <summary>The smallest difference that a number of rows sees; null where it sees none.</summary>
    public IEnumerable<(long Rows, double? Smallest)> Table => Sizes.Select(rows =>
    {
        var smallest = Spread.IsPassFail
            ? PairedPower.SmallestPassRate(rows, Spread.Value, Power, Confidence)
            : PairedPower.SmallestMean(rows, Spread.Value, Power, Confidence);
        return (rows, double.IsFinite(smallest) ? smallest : (double?)null);
    });
}
