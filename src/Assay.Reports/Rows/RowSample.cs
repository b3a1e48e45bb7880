namespace Assay.Reports.Rows;

/// <summary>The rows that a report shows, in the order of the data set.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Total">How many rows the run has.</param>
internal sealed record RowSample(IReadOnlyList<ReportRow> Rows, long Total)
{
    public bool IsWhole => Rows.Count == Total;

    public int Failed => Rows.Count(r => r.Choice.Failed);

    public int Worst => Rows.Count(r => r.Choice.Scorer is not null);

    public int Even => Rows.Count - Failed - Worst;

    /// <summary>A smaller sample of this one, evenly spaced.</summary>
    public RowSample Thin(int count) => this with { Rows = [.. Rows.Where((_, i) => Spacing.Takes(i, Rows.Count, count))] };
}
