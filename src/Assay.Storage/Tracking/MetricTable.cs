using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>The SQL of metrics: every point of each series, and its latest one.</summary>
internal static class MetricTable
{
    /// <summary>
    /// Writes points. The latest of a series is the one of the largest step, then timestamp, then value; NaN counts as the smallest value.
    /// </summary>
    public static async Task AddAsync(SqlSession session, long run, IReadOnlyList<Metric> metrics)
    {
        foreach (var group in metrics.GroupBy(metric => metric.Key, StringComparer.Ordinal))
        {
            var latest = group.MaxBy(Rank)!;
            var series = await session.FirstAsync(
                "SELECT series_key, step, timestamp, is_nan, value, out_of_order FROM metric_series WHERE run_key = $1 AND key = $2",
                row => (Key: row.Long(0), Point: ReadPoint(row, group.Key), OutOfOrder: row.Flag(5)), run, group.Key).ConfigureAwait(false);
            var order = new StepOrder(series.OutOfOrder, series.Point);
            if (series.Point is null)
            {
                series.Key = await InsertSeriesAsync(session, run, latest).ConfigureAwait(false);
            }
            else if (Rank(latest).CompareTo(Rank(series.Point)) > 0)
            {
                await session.ExecuteAsync(
                    "UPDATE metric_series SET step = $2, timestamp = $3, is_nan = $4, value = $5 WHERE series_key = $1",
                    series.Key, latest.Step, latest.Timestamp, IsNaN(latest), Number(latest)).ConfigureAwait(false);
            }

            foreach (var point in group)
            {
                await session.ExecuteAsync(
                    "INSERT INTO metric_points (series_key, timestamp, step, is_nan, value) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
                    series.Key, point.Timestamp, point.Step, IsNaN(point), Number(point)).ConfigureAwait(false);
                order.Add(point);
            }

            await order.KeepAsync(session, series.Key).ConfigureAwait(false);
        }
    }

    /// <summary>The latest points of runs, by run, each ordered by key.</summary>
    public static async Task<ByOwner<Metric>> LatestAsync(SqlSession session, object runs, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync(
            $"SELECT run_key, step, timestamp, is_nan, value, key FROM metric_series WHERE {session.Dialect.KeyIn("run_key", "$1")} ORDER BY run_key, key",
            row => new Owned<Metric>(row.Long(0), ReadPoint(row, row.Text(5))), cancellationToken, runs).ConfigureAwait(false);
        return new(rows);
    }

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

    private static async Task<long> InsertSeriesAsync(SqlSession session, long run, Metric latest) => (await session.KeyAsync(
        "INSERT INTO metric_series (run_key, key, step, timestamp, is_nan, value) VALUES ($1, $2, $3, $4, $5, $6) RETURNING series_key",
        run, latest.Key, latest.Step, latest.Timestamp, IsNaN(latest), Number(latest)).ConfigureAwait(false))!.Value;

    // double.CompareTo puts NaN below every number.
    private static (long Step, long Timestamp, double Value) Rank(Metric metric) => (metric.Step, metric.Timestamp, metric.Value);

    private static int IsNaN(Metric metric) => double.IsNaN(metric.Value) ? 1 : 0;

    private static double Number(Metric metric) => double.IsNaN(metric.Value) ? 0 : metric.Value;

    /// <summary>The point in columns 1 to 4: step, timestamp, is_nan, value.</summary>
    public static Metric ReadPoint(SqlRow row, string key) => new(
        key, row.Flag(3) ? double.NaN : row.Double(4), row.Long(2), row.Long(1));
}
