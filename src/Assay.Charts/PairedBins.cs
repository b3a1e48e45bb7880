namespace Assay.Charts;

/// <summary>
/// Differences in bins of equal width, as many on either side of one whose middle is 0, so that a picture of them is not tilted by where bins begin.
/// </summary>
/// <param name="Width">The width of a bin.</param>
/// <param name="Counts">How many each bin holds; an odd number of bins.</param>
public sealed record PairedBins(double Width, IReadOnlyList<long> Counts)
{
    private const int MostWhole = 20, FewestOnASide = 4, MostOnASide = 15;

    /// <summary>How many bins lie on either side of the middle one.</summary>
    public int Side => Counts.Count / 2;

    /// <summary>The lower edge of the first bin; the upper edge of the last is as far on the other side.</summary>
    public double Low => -Width * (Side + 0.5);

    /// <summary>The middle of a bin.</summary>
    public double Middle(int bin) => (bin - Side) * Width;

    /// <summary>Bins for these differences: of whole numbers a bin each, else more the more there are. What is not finite is left out.</summary>
    public static PairedBins Of(IEnumerable<double> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        double[] finite = [.. differences.Where(double.IsFinite)];
        var reach = finite.Length == 0 ? 0 : finite.Max(Math.Abs);
        var isWhole = reach <= MostWhole && Array.TrueForAll(finite, difference => difference % 1 == 0);
        var side = isWhole ? Math.Max(1, (int)reach) : Math.Clamp((int)Math.Ceiling(Math.Sqrt(finite.Length)), FewestOnASide, MostOnASide);
        var width = isWhole ? 1 : reach / side;
        var counts = new long[(2 * side) + 1];
        foreach (var difference in finite)
        {
            counts[Math.Clamp((int)Math.Round(difference / width, MidpointRounding.AwayFromZero) + side, 0, 2 * side)]++;
        }

        return new PairedBins(width, counts);
    }
}
