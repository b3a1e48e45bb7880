using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>
/// Watches whether a series' steps grow with its timestamps, as those of nearly all do. A point that comes last in both ways costs nothing; others
/// are compared with their neighbours, within the same transaction.
/// </summary>
internal static class StepOrder
{
    /// <summary>The mark of a series that was written to and must be looked at.</summary>
    public const int Doubtful = 2;

    private const int InOrder = 0;
    private const int OutOfOrder = 1;

    /// <summary>The column's new value when a series is written to again.</summary>
    public const string Update =
        "out_of_order = CASE WHEN metric_series.out_of_order = 1 THEN 1 "
        + "WHEN excluded.out_of_order = 2 OR excluded.step < metric_series.step OR excluded.timestamp < metric_series.timestamp THEN 2 ELSE 0 END";

    /// <summary>The column's value that points of a series are written with.</summary>
    public static int Begin(List<Metric> points) => points.Count == 1 ? InOrder : Doubtful;

    /// <summary>Decides about a doubtful series, after its points were written.</summary>
    public static async ValueTask SettleAsync(SqlSession session, long series, List<Metric> written)
    {
        var points = written.Select(point => (Time: point.Timestamp, point.Step)).Distinct().Order().ToList();
        var ordered = IsOrdered(points) && await AreNeighboursOrderedAsync(session, series, points).ConfigureAwait(false);
        await session.ExecuteAsync(
            "UPDATE metric_series SET out_of_order = $2 WHERE series_key = $1", series, ordered ? InOrder : OutOfOrder).ConfigureAwait(false);
    }

    private static bool IsOrdered(List<(long Time, long Step)> points)
    {
        for (var i = 1; i < points.Count; i++)
        {
            if (points[i].Step < points[i - 1].Step)
            {
                return false;
            }
        }

        return true;
    }

    private static async ValueTask<bool> AreNeighboursOrderedAsync(SqlSession session, long series, List<(long Time, long Step)> points)
    {
        if (points.Count == 1 || await AreAloneAsync(session, series, points).ConfigureAwait(false))
        {
            return await FollowsAsync(session, series, points[0]).ConfigureAwait(false)
                && await PrecedesAsync(session, series, points[^1]).ConfigureAwait(false);
        }

        foreach (var point in points)
        {
            if (!await FollowsAsync(session, series, point).ConfigureAwait(false) || !await PrecedesAsync(session, series, point).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether no other points lie among these.</summary>
    private static async ValueTask<bool> AreAloneAsync(SqlSession session, long series, List<(long Time, long Step)> points) =>
        await session.KeyAsync(
            "SELECT count(*) FROM (SELECT DISTINCT timestamp, step FROM metric_points WHERE series_key = $1 "
            + "AND (timestamp, step) >= ($2, $3) AND (timestamp, step) <= ($4, $5) LIMIT $6) AS among",
            series, points[0].Time, points[0].Step, points[^1].Time, points[^1].Step, points.Count + 1).ConfigureAwait(false) == points.Count;

    private static async ValueTask<bool> FollowsAsync(SqlSession session, long series, (long Time, long Step) point) =>
        !(await session.KeyAsync(
            "SELECT step FROM metric_points WHERE series_key = $1 AND (timestamp, step) < ($2, $3) ORDER BY timestamp DESC, step DESC LIMIT 1",
            series, point.Time, point.Step).ConfigureAwait(false) > point.Step);

    private static async ValueTask<bool> PrecedesAsync(SqlSession session, long series, (long Time, long Step) point) =>
        !(await session.KeyAsync(
            "SELECT step FROM metric_points WHERE series_key = $1 AND (timestamp, step) > ($2, $3) ORDER BY timestamp, step LIMIT 1",
            series, point.Time, point.Step).ConfigureAwait(false) < point.Step);
}
