using Assay.Tracking;

namespace Assay.Web.Metrics;

/// <summary>A part of a metric's history, as a line of a table.</summary>
/// <param name="From">Where it begins on the axis.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Count">How many points.</param>
/// <param name="Least">The least value; NaN when none is finite.</param>
/// <param name="Mean">The mean of the finite values.</param>
/// <param name="Greatest">The greatest value.</param>
public sealed record Stretch(double From, double To, long Count, double Least, double Mean, double Greatest)
{
    /// <summary>Puts columns together until there are so many lines at most.</summary>
    public static IReadOnlyList<Stretch> Of(IReadOnlyList<MetricColumn> columns, Func<long, double> place, int most)
    {
        var width = Math.Max(1, (columns.Count + most - 1) / most);
        return [.. columns.Chunk(width).Select(part => Of(part, place))];
    }

    private static Stretch Of(MetricColumn[] part, Func<long, double> place)
    {
        var finite = part.Where(column => double.IsFinite(column.Least)).ToList();
        var numbers = finite.Sum(column => column.Count - column.NotFinite);
        return new Stretch(
            place(part[0].From),
            place(part[^1].To),
            part.Sum(column => column.Count),
            finite.Count == 0 ? double.NaN : finite.Min(column => column.Least),
            numbers == 0 ? double.NaN : finite.Sum(column => column.Mean * ((double)(column.Count - column.NotFinite) / numbers)),
            finite.Count == 0 ? double.NaN : finite.Max(column => column.Greatest));
    }
}
