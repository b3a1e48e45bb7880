using Assay.Storage.Sql;

namespace Assay.Storage.Tracking.Envelopes;

/// <summary>The SQL that reads points of a series as they are.</summary>
internal static class PointTable
{
    private const string Columns = "p.timestamp, p.step, p.is_nan, p.value";
    private const string Order = "p.timestamp, p.step, p.is_nan, p.value";
    private const string InRange = "p.series_key = $1 AND (p.timestamp, p.step) >= (e.t, e.s) AND (p.timestamp, p.step) < (e.u, e.v)";
    private const int RangesAtOnce = 1000;

    private static readonly RowAlias Range = new("e", "t", "s", "u", "v");

    /// <summary>Points from a place on, in the order of the history.</summary>
    public static ValueTask<List<HistoryPoint>> FromAsync(
        SqlSession session, long series, HistoryPlace from, int most, CancellationToken cancellationToken) => session.ListAsync(
        $"SELECT {Columns} FROM metric_points p WHERE p.series_key = $1 AND (p.timestamp, p.step) >= ($2, $3) ORDER BY {Order} LIMIT $4",
        Read, cancellationToken, series, from.Timestamp, from.Step, most);

    /// <summary>Points from one place up to before another, in the order of the history.</summary>
    public static ValueTask<List<HistoryPoint>> BetweenAsync(
        SqlSession session, long series, HistoryPlace from, HistoryPlace end, int most, CancellationToken cancellationToken) => session.ListAsync(
        $"SELECT {Columns} FROM metric_points p WHERE p.series_key = $1 AND (p.timestamp, p.step) >= ($2, $3) AND (p.timestamp, p.step) < ($4, $5) "
        + $"ORDER BY {Order} LIMIT $6",
        Read, cancellationToken, series, from.Timestamp, from.Step, end.Timestamp, end.Step, most);

    /// <summary>Points of many ranges, each from one place up to before another, in no certain order.</summary>
    public static async Task<List<HistoryPoint>> OfRangesAsync(
        SqlSession session, long series, IReadOnlyList<(HistoryPlace From, HistoryPlace End)> ranges, CancellationToken cancellationToken)
    {
        var points = new List<HistoryPoint>();
        foreach (var some in ranges.Chunk(RangesAtOnce))
        {
            points.AddRange(await session.ListAsync(
                $"SELECT {Columns} FROM {session.Dialect.EachRow("$2", Range, "metric_points", "p", InRange)}", Read, cancellationToken, series,
                session.Dialect.RowsValue(some.Select(range => (long[])[range.From.Timestamp, range.From.Step, range.End.Timestamp, range.End.Step])))
                .ConfigureAwait(false));
        }

        return points;
    }

    private static HistoryPoint Read(SqlRow row) => new(row.Long(0), row.Long(1), row.Flag(2) ? double.NaN : row.Double(3));
}
