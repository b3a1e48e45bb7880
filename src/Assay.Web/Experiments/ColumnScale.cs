namespace Assay.Web.Experiments;

/// <summary>From where to where the values of a metric go on a page, intervals included.</summary>
public sealed record ColumnScale(double Low, double High)
{
    /// <summary>The scale of a metric over rows; null where fewer than two values differ, so that there is nothing to place.</summary>
    public static ColumnScale? Of(string key, IEnumerable<RunRow> rows)
    {
        var (low, high, any) = (double.PositiveInfinity, double.NegativeInfinity, 0);
        foreach (var row in rows)
        {
            if (row.Metric(key) is not { } value || !double.IsFinite(value)) continue;
            any++;
            var interval = row.Evaluation?.Figures.GetValueOrDefault(key)?.Interval;
            low = Math.Min(low, interval is { } a && double.IsFinite(a.Low) ? Math.Min(a.Low, value) : value);
            high = Math.Max(high, interval is { } b && double.IsFinite(b.High) ? Math.Max(b.High, value) : value);
        }

        return any > 1 && high > low ? new ColumnScale(low, high) : null;
    }

    /// <summary>Where a value stands, from 0 to 100; an open end is at the end.</summary>
    public double Place(double value) => Math.Round(100 * (((Math.Clamp(value, Low, High) / 2) - (Low / 2)) / ((High / 2) - (Low / 2))), 1);
}
