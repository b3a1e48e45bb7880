using Assay.Storage.Sql;
using Assay.Storage.Tracking.Envelopes;
using Assay.Tracking;
using static Assay.Storage.Sql.SqlColumn;

namespace Assay.Storage.Tracking;

/// <summary>The SQL of metrics: every point of each series, and its latest one.</summary>
internal static class MetricTable
{
    // A tuple that is larger is later; NaN counts as the smallest value.
    private const string New = "(excluded.step, excluded.timestamp, -excluded.is_nan, excluded.value)";
    private const string Old = "(metric_series.step, metric_series.timestamp, -metric_series.is_nan, metric_series.value)";

    private static readonly SqlInsert InsertSeries = new(
        "metric_series",
        [
            Integer("run_key"), Text("key"), Integer("step"), Integer("timestamp"), Integer("is_nan"), Real("value"), Integer("out_of_order"),
            Integer("tail_points"),
        ],
        $"ON CONFLICT (run_key, key) DO UPDATE SET {Later("step")}, {Later("timestamp")}, {Later("is_nan")}, {Later("value")}, {StepOrder.Update}, "
        + $"tail_points = metric_series.tail_points + excluded.tail_points RETURNING key, series_key, out_of_order, {SeriesTail.Columns}");

    private static readonly SqlInsert InsertPoints = new(
        "metric_points",
        [Integer("series_key"), Integer("timestamp"), Integer("step"), Integer("is_nan"), Real("value")],
        "ON CONFLICT DO NOTHING");

    /// <summary>
    /// Writes points. The latest of a series is the one of the largest step, then timestamp, then value; NaN counts as the smallest value.
    /// </summary>
    public static async Task AddAsync(SqlSession session, long run, IReadOnlyList<Metric> metrics)
    {
        if (metrics.Count == 0)
        {
            return;
        }

        if (metrics.Count == 1)
        {
            await AddAsync(session, run, metrics[0]).ConfigureAwait(false);
            return;
        }

        // In the order of their keys, so that two batches that lock the same series do not wait for each other.
        var groups = metrics.GroupBy(metric => metric.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.ToList()).ToList();
        var written = await session.InsertAsync(
            InsertSeries,
            [.. groups.Select(group => SeriesRow(run, group.MaxBy(Rank)!, StepOrder.Begin(group), group.Count))], ReadSeries).ConfigureAwait(false);
        var series = written.ToDictionary(one => one.Name, StringComparer.Ordinal);
        await session.InsertAsync(InsertPoints, [.. metrics.Select(point => PointRow(series[point.Key].Key, point))]).ConfigureAwait(false);
        foreach (var group in groups)
        {
            if (series[group[0].Key] is { Order: StepOrder.Doubtful } doubtful)
            {
                await StepOrder.SettleAsync(session, doubtful.Key, group).ConfigureAwait(false);
            }
        }

        var cut = 0;
        foreach (var group in groups)
        {
            var (_, key, _, tail) = series[group[0].Key];
            cut += await PageUpkeep.AfterWriteAsync(session, key, tail, group, PageUpkeep.MayCut(cut)).ConfigureAwait(false) ? 1 : 0;
        }
    }

    /// <summary>The same for one point, as most calls bring it.</summary>
    private static async Task AddAsync(SqlSession session, long run, Metric point)
    {
        var series = (await session.InsertAsync(InsertSeries, [SeriesRow(run, point, 0, 1)], ReadSeries).ConfigureAwait(false))[0];
        await session.InsertAsync(InsertPoints, [PointRow(series.Key, point)]).ConfigureAwait(false);
        if (series.Order == StepOrder.Doubtful)
        {
            await StepOrder.SettleAsync(session, series.Key, [point]).ConfigureAwait(false);
        }

        if (PageUpkeep.Concerns(series.Key, series.Tail, point))
        {
            await PageUpkeep.AfterWriteAsync(session, series.Key, series.Tail, [point], mayCut: true).ConfigureAwait(false);
        }
    }

    /// <summary>The latest points of runs, by run, each ordered by key; of these names only, when any are given.</summary>
    public static async Task<ByOwner<Metric>> LatestAsync(
        SqlSession session, object runs, IReadOnlyCollection<string>? names, CancellationToken cancellationToken) =>
        new(await NamedRows.ListAsync(
            session, "SELECT run_key, step, timestamp, is_nan, value, key FROM metric_series", runs, names,
            row => new Owned<Metric>(row.Long(0), ReadPoint(row, row.Text(5))), cancellationToken).ConfigureAwait(false));

    /// <summary>The page's points of a series, oldest first, and one more when there is a next page.</summary>
    public static ValueTask<List<Metric>> HistoryAsync(
        SqlSession session, long run, string key, PageToken? after, int maxResults, CancellationToken cancellationToken) => session.ListAsync(
        "SELECT p.series_key, p.step, p.timestamp, p.is_nan, p.value FROM metric_series s JOIN metric_points p ON p.series_key = s.series_key "
        + "WHERE s.run_key = $1 AND s.key = $2 AND (p.timestamp, p.step, p.is_nan, p.value) > ($3, $4, $5, $6) "
        + "ORDER BY p.timestamp, p.step, p.is_nan, p.value LIMIT $7",
        row => ReadPoint(row, key), cancellationToken,
        run, key, after?.Long(0) ?? -1, after?.Long(1) ?? 0, after?.Long(2) ?? 0, after?.Double(3) ?? 0, maxResults + 1);

    /// <summary>The token of the page after a point.</summary>
    public static string TokenAfter(Metric point, string purpose) =>
        PageToken.Encode(purpose, point.Timestamp, point.Step, IsNaN(point), Number(point));

    private static object?[] SeriesRow(long run, Metric latest, int order, int points) =>
        [run, latest.Key, latest.Step, latest.Timestamp, IsNaN(latest), Number(latest), order, points];

    private static object?[] PointRow(long series, Metric point) => [series, point.Timestamp, point.Step, IsNaN(point), Number(point)];

    private static WrittenSeries ReadSeries(SqlRow row) => new(row.Text(0), row.Long(1), row.Int(2), SeriesTail.Read(row, 3));

    private static string Later(string column) => $"{column} = CASE WHEN {New} > {Old} THEN excluded.{column} ELSE metric_series.{column} END";

    // double.CompareTo puts NaN below every number.
    private static (long Step, long Timestamp, double Value) Rank(Metric metric) => (metric.Step, metric.Timestamp, metric.Value);

    private static int IsNaN(Metric metric) => double.IsNaN(metric.Value) ? 1 : 0;

    private static double Number(Metric metric) => double.IsNaN(metric.Value) ? 0 : metric.Value;

    /// <summary>The point in columns 1 to 4: step, timestamp, is_nan, value.</summary>
    public static Metric ReadPoint(SqlRow row, string key) => new(
        key, row.Flag(3) ? double.NaN : row.Double(4), row.Long(2), row.Long(1));

    private sealed record WrittenSeries(string Name, long Key, int Order, SeriesTail Tail);
}
