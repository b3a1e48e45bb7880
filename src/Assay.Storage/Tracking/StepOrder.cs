using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>
/// Watches whether a series' steps grow with its timestamps, as those of nearly all do. Points that come last in both ways cost nothing; others
/// are compared with their neighbours.
/// </summary>
internal sealed class StepOrder(bool alreadyOut, Metric? latest)
{
    private long _step = latest?.Step ?? long.MinValue;
    private long _timestamp = latest?.Timestamp ?? long.MinValue;
    private List<Metric>? _doubtful;

    /// <summary>Takes note of a point that is written.</summary>
    public void Add(Metric point)
    {
        if (alreadyOut)
        {
            return;
        }

        if (point.Step >= _step && point.Timestamp >= _timestamp)
        {
            (_step, _timestamp) = (point.Step, point.Timestamp);
        }
        else
        {
            (_doubtful ??= []).Add(point);
        }
    }

    /// <summary>Marks the series when one of the points, which are written by now, is out of order.</summary>
    public async ValueTask KeepAsync(SqlSession session, long series)
    {
        foreach (var point in _doubtful ?? [])
        {
            var before = await session.KeyAsync(
                "SELECT step FROM metric_points WHERE series_key = $1 AND (timestamp, step) < ($2, $3) ORDER BY timestamp DESC, step DESC LIMIT 1",
                series, point.Timestamp, point.Step).ConfigureAwait(false);
            var after = await session.KeyAsync(
                "SELECT step FROM metric_points WHERE series_key = $1 AND (timestamp, step) > ($2, $3) ORDER BY timestamp, step LIMIT 1",
                series, point.Timestamp, point.Step).ConfigureAwait(false);
            if (before > point.Step || after < point.Step)
            {
                await session.ExecuteAsync("UPDATE metric_series SET out_of_order = 1 WHERE series_key = $1", series).ConfigureAwait(false);
                return;
            }
        }
    }
}
