using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>A history of which some points are wanted, at even distances.</summary>
internal abstract class SampledHistory(string runId, string key, long series, StepRange steps)
{
    protected const string Columns = "series_key, step, timestamp, is_nan, value";

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
            return await ScannedHistory.OpenAsync(session, run.Run.RunId, key, series.Owner).ConfigureAwait(false);
        }

        return await OrderedHistory.OpenAsync(session, run.Run.RunId, key, series.Owner).ConfigureAwait(false);
    }

    /// <summary>About so many of its points in the range, by step, its first and its last in the range among them.</summary>
    public abstract Task<IReadOnlyList<Metric>> SampleAsync(SqlSession session, StepRange range, int count, CancellationToken cancellationToken);
}
