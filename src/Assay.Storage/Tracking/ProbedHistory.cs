using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>
/// A long history whose steps went back at some time. It is asked for its points at many times, and again at more times between those where steps of the
/// range were seen: what is drawn is about right, and takes the same time however long the history is. Whole, its largest step is exact.
/// </summary>
internal sealed class ProbedHistory : SampledHistory
{
    private const int ProbesPerPoint = 4;
    private const int Rounds = 4;
    private readonly List<Metric> _coarse;

    private ProbedHistory(string runId, string key, long series, List<Metric> coarse)
        : base(runId, key, series, new(coarse.Min(point => point.Step), coarse.Max(point => point.Step))) => _coarse = coarse;

    public static async Task<SampledHistory> OpenAsync(SqlSession session, string runId, string key, long series)
    {
        var first = (await AtTimeAsync(session, series, key, 0).ConfigureAwait(false))!;
        var last = (await LatestAsync(session, series, key).ConfigureAwait(false))!;
        var largest = (await session.FirstAsync(
            $"SELECT {Columns} FROM metric_series WHERE series_key = $1", row => MetricTable.ReadPoint(row, key), series).ConfigureAwait(false))!;
        var coarse = new List<Metric> { first, last, largest };
        await ProbeAsync(session, series, key, [new(first.Timestamp, last.Timestamp)], 1000, coarse).ConfigureAwait(false);
        return new ProbedHistory(runId, key, series, InOrderOfTime(coarse));
    }

    public override async Task<IReadOnlyList<Metric>> SampleAsync(SqlSession session, StepRange range, int count, CancellationToken cancellationToken)
    {
        var found = _coarse;
        for (var round = 0; round < Rounds && found.Count(point => Holds(range, point)) < ProbesPerPoint * count; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var windows = Windows(found, range);
            if (windows.Count == 0)
            {
                break;
            }

            var more = new List<Metric>(found);
            await ProbeAsync(session, Series, Key, windows, ProbesPerPoint * count, more).ConfigureAwait(false);
            found = InOrderOfTime(more);
        }

        return Thin(found.FindAll(point => Holds(range, point)), range, count);
    }

    /// <summary>The times between neighbours whose steps lie on both sides of the range, or in it.</summary>
    private static List<StepRange> Windows(List<Metric> points, StepRange range)
    {
        var windows = new List<StepRange>();
        for (var i = 1; i < points.Count; i++)
        {
            var (before, after) = (points[i - 1], points[i]);
            if (after.Timestamp - before.Timestamp > 1
                && Math.Min(before.Step, after.Step) <= range.Last && Math.Max(before.Step, after.Step) >= range.First)
            {
                windows.Add(new(before.Timestamp, after.Timestamp));
            }
        }

        return windows;
    }

    private static async Task ProbeAsync(SqlSession session, long series, string key, List<StepRange> windows, int probes, List<Metric> found)
    {
        var each = Math.Max(1, probes / windows.Count);
        foreach (var window in windows)
        {
            for (var i = 1; i <= each; i++)
            {
                if (await AtTimeAsync(session, series, key, window.At(i, each + 2)).ConfigureAwait(false) is { } point)
                {
                    found.Add(point);
                }
            }
        }
    }

    /// <summary>The first point of each of so many groups of steps, and the last point.</summary>
    private static List<Metric> Thin(List<Metric> points, StepRange range, int count)
    {
        var width = (((Int128)range.Last - range.First) / count) + 1;
        var thinned = points.GroupBy(point => ((Int128)point.Step - range.First) / width)
            .Select(group => group.MinBy(point => (point.Step, point.Timestamp))!).OrderBy(point => point.Step).ToList();
        if (points.MaxBy(point => (point.Step, point.Timestamp)) is { } last && last != thinned[^1])
        {
            thinned.Add(last);
        }

        return thinned;
    }

    private static List<Metric> InOrderOfTime(List<Metric> points) => [.. points.Distinct().OrderBy(point => point.Timestamp).ThenBy(point => point.Step)];

    private static bool Holds(StepRange range, Metric point) => point.Step >= range.First && point.Step <= range.Last;
}
