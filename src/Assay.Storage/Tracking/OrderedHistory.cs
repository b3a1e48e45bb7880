using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>
/// A history whose steps grow with its timestamps. The table is in the order of timestamps; a step is found by asking for the point at a time,
/// and then at a better time, some ten to forty times, however long the history is.
/// </summary>
internal sealed class OrderedHistory : SampledHistory
{
    private readonly Metric _first;
    private readonly Metric _last;

    private OrderedHistory(string runId, string key, long series, Metric first, Metric last)
        : base(runId, key, series, new(first.Step, last.Step)) => (_first, _last) = (first, last);

    public static async Task<SampledHistory?> OpenAsync(SqlSession session, string runId, string key, long series)
    {
        var first = await AtTimeAsync(session, series, key, 0).ConfigureAwait(false);
        var last = await LatestAsync(session, series, key).ConfigureAwait(false);
        return first is null ? null : new OrderedHistory(runId, key, series, first, last!);
    }

    public override async Task<IReadOnlyList<Metric>> SampleAsync(SqlSession session, StepRange range, int count, CancellationToken cancellationToken)
    {
        if (await FindStepAsync(session, range.First, _first).ConfigureAwait(false) is not { } start || start.Step > range.Last)
        {
            return [];
        }

        var few = await session.ListAsync(
            $"SELECT {Columns} FROM metric_points WHERE series_key = $1 AND (timestamp, step) >= ($2, $3) ORDER BY timestamp, step, is_nan, value LIMIT $4",
            row => MetricTable.ReadPoint(row, Key), cancellationToken, Series, start.Timestamp, start.Step, count + 1).ConfigureAwait(false);
        if (few.Count <= count || few[^1].Step > range.Last)
        {
            return few.FindAll(point => point.Step <= range.Last);
        }

        var end = await LastUpToAsync(session, range.Last).ConfigureAwait(false);
        return end.Step > start.Step
            ? await SampleByStepAsync(session, range, start, end, count).ConfigureAwait(false)
            : await SampleByTimeAsync(session, start, end, count).ConfigureAwait(false);
    }

    private async Task<List<Metric>> SampleByStepAsync(SqlSession session, StepRange range, Metric start, Metric end, int count)
    {
        var points = new List<Metric> { start };
        for (var i = 1; i < count - 1; i++)
        {
            var step = range.At(i, count);
            if (step > points[^1].Step && await FindStepAsync(session, step, points[^1]).ConfigureAwait(false) is { } next && next.Step < end.Step)
            {
                points.Add(next);
            }
        }

        points.Add(end);
        return points;
    }

    /// <summary>All points have one step: who logs without steps sees the course of time.</summary>
    private async Task<List<Metric>> SampleByTimeAsync(SqlSession session, Metric start, Metric end, int count)
    {
        var times = new StepRange(start.Timestamp, end.Timestamp);
        var points = new List<Metric> { start };
        for (var i = 1; i < count - 1; i++)
        {
            var time = times.At(i, count);
            if (time > points[^1].Timestamp && await AtTimeAsync(session, Series, Key, time).ConfigureAwait(false) is { } next && next.Timestamp < end.Timestamp)
            {
                points.Add(next);
            }
        }

        points.Add(end);
        return points;
    }

    /// <summary>The first point of at least that step; null when all are smaller. The search begins at a point that is not larger.</summary>
    private async Task<Metric?> FindStepAsync(SqlSession session, long step, Metric from)
    {
        if (from.Step >= step || _last.Step < step)
        {
            return from.Step >= step ? from : null;
        }

        // The first point at the time `low` has a smaller step; the one at the time `high` has not.
        var (low, lowStep, high, highStep) = (from.Timestamp, from.Step, Math.Max(_last.Timestamp, _last.Timestamp + 1), _last.Step);
        for (var i = 0; high - low > 1; i++)
        {
            var time = Guess(low, lowStep, high, highStep, step, halve: i % 3 == 2);
            var probe = await AtTimeAsync(session, Series, Key, time).ConfigureAwait(false);
            if (probe is not null && probe.Step < step)
            {
                (low, lowStep) = (probe.Timestamp, probe.Step);
            }
            else
            {
                (high, highStep) = (time, probe?.Step ?? highStep);
            }
        }

        return await session.FirstAsync(
            $"SELECT {Columns} FROM metric_points WHERE series_key = $1 AND (timestamp, step) >= ($2, $3) ORDER BY timestamp, step, is_nan, value LIMIT 1",
            row => MetricTable.ReadPoint(row, Key), Series, low, step).ConfigureAwait(false);
    }

    /// <summary>A time between both: where a steady pace would put the step, or the middle.</summary>
    private static long Guess(long low, long lowStep, long high, long highStep, long step, bool halve)
    {
        if (halve || highStep <= lowStep)
        {
            return low + ((high - low) / 2);
        }

        var share = ((double)step - lowStep) / ((double)highStep - lowStep);
        return Math.Clamp(low + (long)(share * ((double)high - low)), low + 1, high - 1);
    }

    private async Task<Metric> LastUpToAsync(SqlSession session, long step)
    {
        if (_last.Step <= step || await FindStepAsync(session, step + 1, _first).ConfigureAwait(false) is not { } beyond)
        {
            return _last;
        }

        return (await session.FirstAsync(
            $"SELECT {Columns} FROM metric_points WHERE series_key = $1 AND (timestamp, step) < ($2, $3) "
            + "ORDER BY timestamp DESC, step DESC, is_nan DESC, value DESC LIMIT 1",
            row => MetricTable.ReadPoint(row, Key), Series, beyond.Timestamp, beyond.Step).ConfigureAwait(false))!;
    }
}
