using Assay.Charts;
using Assay.Reports.Languages;

namespace Assay.Web.Metrics;

/// <summary>Labels of an axis of seconds: in seconds, minutes or hours, as long as it is.</summary>
internal static class TimeTicks
{
    private const double Minute = 60, Hour = 3600;

    public static Func<double, double, IReadOnlyList<(double X, string Label)>> Of(Notation notation) => (low, high) =>
    {
        var (unit, name) = (high - low) switch
        {
            > 3 * Hour => (Hour, "h"),
            > 3 * Minute => (Minute, "min"),
            _ => (1, "s"),
        };
        var ticks = Ticks.Nice(low / unit, high / unit);
        return [.. ticks.Values.Select(value => (value * unit, $"{notation.Number(value, ticks.Decimals)} {name}"))];
    };
}
