using Assay.Storage.Sql;
using static Assay.Storage.Sql.SqlColumn;

namespace Assay.Storage.Tracking.Envelopes;

/// <summary>The SQL of the pages that histories are summed up in.</summary>
internal static class PageTable
{
    private const string Head = "page_key, timestamp, step, first_timestamp, last_timestamp, least_step, greatest_step, late";

    private static readonly SqlInsert Insert = new(
        "metric_pages",
        [
            Integer("series_key"), Integer("timestamp"), Integer("step"), Integer("first_timestamp"), Integer("last_timestamp"), Integer("least_step"),
            Integer("greatest_step"), Integer("late"), Bytes("blocks"),
        ]);

    public static ValueTask AddAsync(SqlSession session, long series, IReadOnlyList<PointPage> pages) =>
        session.InsertAsync(Insert, [.. pages.Select(page => Row(series, page))]);

    public static ValueTask RemoveAsync(SqlSession session, long page) => session.PostAsync("DELETE FROM metric_pages WHERE page_key = $1", page);

    /// <summary>Notes that points were written into pages that were summed up before.</summary>
    public static ValueTask MarkLateAsync(SqlSession session, long series, HistoryPlace first, HistoryPlace last, int count) => session.PostAsync(
        "UPDATE metric_pages SET late = late + $6 WHERE series_key = $1 AND (timestamp, step) <= ($4, $5) AND (timestamp, step) >= "
        + "(SELECT timestamp, step FROM metric_pages WHERE series_key = $1 AND (timestamp, step) <= ($2, $3) ORDER BY timestamp DESC, step DESC LIMIT 1)",
        series, first.Timestamp, first.Step, last.Timestamp, last.Step, count);

    /// <summary>All pages of a series, in their order.</summary>
    public static ValueTask<List<PageHead>> HeadsAsync(SqlSession session, long series, CancellationToken cancellationToken) => session.ListAsync(
        $"SELECT {Head} FROM metric_pages WHERE series_key = $1 ORDER BY timestamp, step", ReadHead, cancellationToken, series);

    /// <summary>Pages that are to be summed up again.</summary>
    public static ValueTask<List<PageHead>> LateAsync(SqlSession session, long series, int most) => session.ListAsync(
        $"SELECT {Head} FROM metric_pages WHERE series_key = $1 AND late > 0 ORDER BY page_key LIMIT $2", ReadHead, CancellationToken.None, series, most);

    /// <summary>About how many points lie in pages that are to be summed up again.</summary>
    public static async ValueTask<long> CountLateAsync(SqlSession session, long series) => await session.KeyAsync(
        $"SELECT CAST(COALESCE(sum(late + {PointPage.Size}), 0) AS BIGINT) FROM metric_pages WHERE series_key = $1 AND late > 0", series).ConfigureAwait(false) ?? 0;

    /// <summary>Where the page after one begins; null when it is the last.</summary>
    public static ValueTask<HistoryPlace?> NextStartAsync(SqlSession session, long series, HistoryPlace start) => session.FirstAsync(
        "SELECT timestamp, step FROM metric_pages WHERE series_key = $1 AND (timestamp, step) > ($2, $3) ORDER BY timestamp, step LIMIT 1",
        row => (HistoryPlace?)new HistoryPlace(row.Long(0), row.Long(1)), series, start.Timestamp, start.Step);

    /// <summary>The blocks of pages, by page.</summary>
    public static async Task<Dictionary<long, byte[]>> BlocksAsync(SqlSession session, IReadOnlyCollection<long> pages, CancellationToken cancellationToken) =>
        new(await session.ListAsync(
            $"SELECT page_key, blocks FROM metric_pages WHERE {session.Dialect.KeyIn("page_key", "$1")}",
            row => KeyValuePair.Create(row.Long(0), row.Bytes(1)), cancellationToken, session.Dialect.Keys(pages)).ConfigureAwait(false));

    private static object?[] Row(long series, PointPage page) =>
    [
        series, page.Start.Timestamp, page.Start.Step, page.Blocks[0].First.Timestamp, page.Blocks[^1].LastTimestamp,
        page.Blocks.Min(block => block.LeastStep), page.Blocks.Max(block => block.GreatestStep), page.Late, BlockBytes.Write(page.Blocks),
    ];

    private static PageHead ReadHead(SqlRow row) => new(
        row.Long(0), new(row.Long(1), row.Long(2)), row.Long(3), row.Long(4), row.Long(5), row.Long(6), row.Long(7));
}
