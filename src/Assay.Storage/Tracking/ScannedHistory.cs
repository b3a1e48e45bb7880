using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>
/// A history whose steps went back at some time. Nothing finds its steps but looking at all of its points, which takes time in proportion to them.
/// </summary>
internal sealed class ScannedHistory(string runId, string key, long series, StepRange steps) : SampledHistory(runId, key, series, steps)
{
    private const int MostPoints = 2500;

    public static async Task<SampledHistory> OpenAsync(SqlSession session, string runId, string key, long series)
    {
        var steps = await session.FirstAsync(
            "SELECT min(step), max(step) FROM metric_points WHERE series_key = $1", row => new StepRange(row.Long(0), row.Long(1)), series)
                .ConfigureAwait(false);
        return new ScannedHistory(runId, key, series, steps);
    }

    public override async Task<IReadOnlyList<Metric>> SampleAsync(SqlSession session, StepRange range, int count, CancellationToken cancellationToken)
    {
        // Steps in groups of equal width; of each group the first step that there is.
        var width = (long)Int128.Max(1, (((Int128)range.Last - range.First) / count) + 1);
        var chosen = await session.ListAsync(
            "SELECT min(step), max(step) FROM metric_points WHERE series_key = $1 AND step >= $2 AND step <= $3 GROUP BY (step - $2) / $4",
            row => new Owned<object>(row.Long(0), row.Long(1)), cancellationToken, Series, range.First, range.Last, width).ConfigureAwait(false);
        if (chosen.Count == 0)
        {
            return [];
        }

        List<long> wanted = [.. chosen.Select(group => group.Owner), chosen.Max(group => (long)group.Value)];
        return await session.ListAsync(
            $"SELECT {Columns} FROM metric_points WHERE series_key = $1 AND {session.Dialect.KeyIn("step", "$2")} "
            + "ORDER BY step, timestamp, is_nan, value LIMIT $3",
            row => MetricTable.ReadPoint(row, Key), cancellationToken, Series, session.Dialect.Keys(wanted), MostPoints).ConfigureAwait(false);
    }
}
