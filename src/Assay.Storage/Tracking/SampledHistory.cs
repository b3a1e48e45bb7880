using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>A history of which some points are wanted, at even distances.</summary>
internal abstract class SampledHistory(string runId, string key, long series, StepRange steps)
{
    protected const string Columns = "series_key, step, timestamp, is_nan, value";

    /// <summary>Longer histories whose steps are out of order are not looked at point by point.</summary>
    private const int MostScanned = 100_000;

    public string RunId => runId;

    /// <summary>The smallest step.</summary>
    public long First => steps.First;

    /// <summary>The largest step.</summary>
    public long Last => steps.Last;

    protected string Key => key;

    protected long Series => series;

    /// <summary>The history of a run's metric; null when nothing was logged.</summary>
    public static async Task<SampledHistory?> FindAsync(SqlSession session, KeyedRun run, string key)
    {
        var series = await session.FirstAsync(
            "SELECT series_key, out_of_order FROM metric_series WHERE run_key = $1 AND key = $2",
            row => new Owned<object>(row.Long(0), row.Flag(1)), run.Key, key).ConfigureAwait(false);
        if (series is null)
        {
            return null;
        }

        if ((bool)series.Value)
        {
            var count = await session.KeyAsync(
                "SELECT count(*) FROM (SELECT 1 FROM metric_points WHERE series_key = $1 LIMIT $2) AS points", series.Owner, MostScanned + 1).ConfigureAwait(false);
            return count <= MostScanned
                ? await ScannedHistory.OpenAsync(session, run.Run.RunId, key, series.Owner).ConfigureAwait(false)
                : await ProbedHistory.OpenAsync(session, run.Run.RunId, key, series.Owner).ConfigureAwait(false);
        }

        return await OrderedHistory.OpenAsync(session, run.Run.RunId, key, series.Owner).ConfigureAwait(false);
    }

    /// <summary>About so many of its points in the range, by step, its first and its last in the range among them.</summary>
    public abstract Task<IReadOnlyList<Metric>> SampleAsync(SqlSession session, StepRange range, int count, CancellationToken cancellationToken);

    /// <summary>The first point at that time or later; null when there is none.</summary>
    protected static ValueTask<Metric?> AtTimeAsync(SqlSession session, long series, string key, long time) => session.FirstAsync(
        $"SELECT {Columns} FROM metric_points WHERE series_key = $1 AND timestamp >= $2 ORDER BY timestamp, step, is_nan, value LIMIT 1",
        row => MetricTable.ReadPoint(row, key), series, time);

    /// <summary>The last point in the order of time.</summary>
    protected static ValueTask<Metric?> LatestAsync(SqlSession session, long series, string key) => session.FirstAsync(
        $"SELECT {Columns} FROM metric_points WHERE series_key = $1 ORDER BY timestamp DESC, step DESC, is_nan DESC, value DESC LIMIT 1",
        row => MetricTable.ReadPoint(row, key), series);
}
