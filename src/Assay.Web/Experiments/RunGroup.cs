namespace Assay.Web.Experiments;

/// <summary>The runs of a page that have the same value of a parameter.</summary>
/// <param name="Value">The value; null for the runs that have none.</param>
/// <param name="Rows">The runs.</param>
public sealed record RunGroup(string? Value, IReadOnlyList<RunRow> Rows)
{
    /// <summary>The groups of a page in its order; one of all runs where nothing is grouped.</summary>
    public static IReadOnlyList<RunGroup> Of(RunTable table) => table.State.Group is { } key
        ? [.. table.Rows.GroupBy(row => row.Param(key)).Select(group => new RunGroup(group.Key, [.. group]))]
        : [new RunGroup(null, table.Rows)];

    /// <summary>The mean of a metric over the runs that have it; null where none has, and for what is no metric.</summary>
    public double? Mean(RunColumn column) => column.Kind != ColumnKind.Metric ? null
        : Rows.Select(row => row.Metric(column.Key)).OfType<double>().DefaultIfEmpty(double.NaN).Average() is var mean && double.IsNaN(mean) ? null : mean;
}
