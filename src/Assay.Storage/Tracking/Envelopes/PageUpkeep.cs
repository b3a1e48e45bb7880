using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking.Envelopes;

/// <summary>
/// Keeps histories summed up. Whoever writes the point that makes a tail long enough sums up its older part, within the same transaction; one point in
/// 4,000 pays for all. Points that are written behind the tail's beginning are only noted, and their pages are summed up again with the next part,
/// or when a chart is asked for.
/// </summary>
internal static class PageUpkeep
{
    /// <summary>So much is read point by point, before a chart sums up first.</summary>
    public const int MostLoose = 16_384;

    // Points that come a little late are late into the tail, which costs nothing.
    private const int Kept = PointPage.Size;

    // Points of one place stay together: it is seen where those at a page's end end.
    private const int Beyond = 128;
    private const int LongestTail = 2 * PointPage.Size;
    private const int MostSeries = 4;
    private const int PointsOfWrite = 8 * PointPage.Size;
    private const int PointsOfCatchingUp = 32 * PointPage.Size;

    /// <summary>Whether a point that was written alone needs more to be done.</summary>
    public static bool Concerns(long series, SeriesTail tail, Metric point) =>
        IsLong(series, tail) || new HistoryPlace(point.Timestamp, point.Step).IsBefore(tail.Start);

    /// <summary>Looks after a series that was written to. Gives whether it was summed up, which is done for a few series of a write only.</summary>
    public static async ValueTask<bool> AfterWriteAsync(SqlSession session, long series, SeriesTail tail, IReadOnlyList<Metric> written, bool mayCut)
    {
        var late = 0;
        HistoryPlace first = default, last = default;
        foreach (var point in written)
        {
            var place = new HistoryPlace(point.Timestamp, point.Step);
            if (place.IsBefore(tail.Start))
            {
                first = late == 0 || place.IsBefore(first) ? place : first;
                last = late == 0 || last.IsBefore(place) ? place : last;
                late++;
            }
        }

        if (late > 0)
        {
            await PageTable.MarkLateAsync(session, series, first, last, late).ConfigureAwait(false);
        }

        if (!mayCut || !IsLong(series, tail))
        {
            return false;
        }

        await SumUpAsync(session, series, tail, PointsOfWrite).ConfigureAwait(false);
        return true;
    }

    /// <summary>How many series one write sums up at most.</summary>
    public static bool MayCut(int alreadyCut) => alreadyCut < MostSeries;

    /// <summary>Sums up a part of what was not; false when nothing is left to be done.</summary>
    public static async Task<bool> CatchUpAsync(SqlSession session, long run, long series)
    {
        // What is being deleted for good is left alone.
        var there = await session.KeyAsync($"SELECT run_key FROM runs WHERE run_key = $1 AND is_garbage = 0{session.Dialect.ForShare}", run).ConfigureAwait(false);
        return there is not null && await SeriesTail.LockAsync(session, series).ConfigureAwait(false) is { } tail
            && await SumUpAsync(session, series, tail, PointsOfCatchingUp).ConfigureAwait(false);
    }

    // Not all series at once: those of a run often grow together.
    private static bool IsLong(long series, SeriesTail tail) => tail.Points >= LongestTail + (series % 16 * 64);

    private static async Task<bool> SumUpAsync(SqlSession session, long series, SeriesTail tail, int budget)
    {
        var redone = 0;
        foreach (var page in await PageTable.LateAsync(session, series, budget / (4 * PointPage.Size)).ConfigureAwait(false))
        {
            redone += redone < budget ? await RedoAsync(session, series, page, tail.Start, budget).ConfigureAwait(false) : 0;
        }

        // What stays in the tail is not read, if the tail is as long as it is thought to be.
        var most = (int)Math.Clamp(tail.Points - Kept, PointPage.Size, budget) + Beyond;
        var points = await PointTable.FromAsync(session, series, tail.Start, most, CancellationToken.None).ConfigureAwait(false);
        var isWhole = points.Count < most;
        var (pages, taken) = PointPage.Cut(points, tail.Start, isWhole ? Kept : Beyond);
        var rest = isWhole ? points.Count - taken : Math.Max(0, tail.Points - taken);

        // When nothing can be cut, all points stand at one place: they are counted anew, so that not every write tries again.
        await new SeriesTail(taken == 0 && rest >= LongestTail ? Kept : rest, taken == 0 ? tail.Start : points[taken].Place).WriteAsync(session, series).ConfigureAwait(false);
        await PageTable.AddAsync(session, series, pages).ConfigureAwait(false);
        return redone > 0 || taken > 0;
    }

    /// <summary>Sums up a page anew, as several when it has grown. Of a very large one only the beginning; the rest waits for its turn.
    /// Gives how many points it read; 0 when nothing could be done.</summary>
    private static async Task<int> RedoAsync(SqlSession session, long series, PageHead page, HistoryPlace tail, int budget)
    {
        var end = await PageTable.NextStartAsync(session, series, page.Start).ConfigureAwait(false) ?? tail;
        var points = await PointTable.BetweenAsync(session, series, page.Start, end, budget + 1, CancellationToken.None).ConfigureAwait(false);
        var isWhole = points.Count <= budget;
        var (pages, taken) = PointPage.Cut(points, page.Start, isWhole ? 0 : 1);
        if (pages.Count == 0)
        {
            return 0;
        }

        if (!isWhole)
        {
            pages.Add(new(points[taken].Place, PointBlock.Cut(points[taken..], PointPage.BlockSize), Math.Max(1, page.Late)));
        }

        await PageTable.RemoveAsync(session, page.Key).ConfigureAwait(false);
        await PageTable.AddAsync(session, series, pages).ConfigureAwait(false);
        return points.Count;
    }
}
