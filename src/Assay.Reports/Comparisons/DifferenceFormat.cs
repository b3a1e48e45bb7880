using Assay.Comparisons;
using Assay.Reports.Languages;

namespace Assay.Reports.Comparisons;

/// <summary>How the figures of a comparison are written: to two digits of the interval's half width, a difference with its sign.</summary>
internal sealed class DifferenceFormat(Notation notation)
{
    /// <summary>One of the two figures.</summary>
    public string Value(double value, MetricComparison metric) => notation.Number(value, Decimals(metric));

    /// <summary>The difference, with its sign.</summary>
    public string Signed(MetricComparison metric) => (metric.Difference > 0 ? "+" : "") + Value(metric.Difference, metric);

    /// <summary>The difference's interval; a dash without one.</summary>
    public string Interval(MetricComparison metric) => metric.Interval.Interval is { } interval
        ? $"[{Value(interval.Low, metric)}{notation.ListSeparator}{Value(interval.High, metric)}]"
        : "–";

    /// <summary>A p-value.</summary>
    public string PValue(double p) =>
        double.IsNaN(p) ? "–" : p < 0.0001 ? "<" + notation.Number(0.0001, 4) : notation.Number(p, p < 0.1 ? 4 : 2);

    /// <summary>The effect sizes by their names.</summary>
    public string Effects(MetricComparison metric) =>
        string.Join(", ", metric.EffectSizes.Select(effect => $"{effect.Name} {notation.Significant(effect.Value, 2)}"));

    private static int Decimals(MetricComparison metric)
    {
        var size = metric.Interval.Interval is { } interval && interval.High > interval.Low ? (interval.High - interval.Low) / 20
            : Math.Max(Math.Abs(metric.A), Math.Abs(metric.B)) / 100;
        return size > 0 && double.IsFinite(size) ? Math.Clamp((int)Math.Ceiling(-Math.Log10(size)), 0, 6) : 3;
    }
}
