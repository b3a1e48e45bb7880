using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking.Envelopes;

/// <summary>A metric of a run that is to be put into columns: its pages, and the points that are in none.</summary>
internal sealed class EnvelopeSeries
{
    private const int PagesAtOnce = 2000;

    private readonly long _series;
    private readonly HistoryPlace _tail;
    private readonly List<PageHead> _pages;
    private readonly List<HistoryPoint> _loose;

    private EnvelopeSeries(long series, HistoryPlace tail, List<PageHead> pages, List<HistoryPoint> loose) =>
        (_series, _tail, _pages, _loose) = (series, tail, pages, loose);

    public static async Task<EnvelopeSeries> OpenAsync(SqlSession session, long series, HistoryPlace tail, CancellationToken cancellationToken)
    {
        var pages = await PageTable.HeadsAsync(session, series, cancellationToken).ConfigureAwait(false);
        var loose = await PointTable.FromAsync(session, series, tail, int.MaxValue, cancellationToken).ConfigureAwait(false);
        var late = Enumerable.Range(0, pages.Count).Where(i => pages[i].Late > 0).Select(i => (pages[i].Start, EndOf(pages, i, tail))).ToList();
        loose.AddRange(await PointTable.OfRangesAsync(session, series, late, cancellationToken).ConfigureAwait(false));
        return new(series, tail, pages, loose);
    }

    /// <summary>The least and the greatest position on an axis; null without points.</summary>
    public (long Low, long High)? Ends(MetricAxis axis)
    {
        (long Low, long High)? ends = null;
        foreach (var page in _pages.Where(page => page.Late == 0))
        {
            ends = Join(ends, axis == MetricAxis.Step ? (page.LeastStep, page.GreatestStep) : (page.FirstTimestamp, page.LastTimestamp));
        }

        foreach (var point in _loose)
        {
            var position = axis == MetricAxis.Step ? point.Step : point.Timestamp;
            ends = Join(ends, (position, position));
        }

        return ends;
    }

    /// <summary>Fills columns. What lies within one column is taken from the sums; where columns end, points are read.</summary>
    public async Task AddToAsync(SqlSession session, ColumnGrid grid, ColumnSums columns, CancellationToken cancellationToken)
    {
        _loose.ForEach(columns.Add);
        var summed = Enumerable.Range(0, _pages.Count).Where(i => _pages[i].Late == 0 && Overlaps(_pages[i], grid));
        foreach (var some in summed.Chunk(PagesAtOnce))
        {
            var blocks = await PageTable.BlocksAsync(session, [.. some.Select(i => _pages[i].Key)], cancellationToken).ConfigureAwait(false);
            var split = new List<(HistoryPlace From, HistoryPlace End)>();
            foreach (var i in some)
            {
                Add(BlockBytes.Read(blocks[_pages[i].Key]), EndOf(_pages, i, _tail), grid, columns, split);
            }

            (await PointTable.OfRangesAsync(session, _series, split, cancellationToken).ConfigureAwait(false)).ForEach(columns.Add);
        }
    }

    private static void Add(
        PointBlock[] blocks, HistoryPlace end, ColumnGrid grid, ColumnSums columns, List<(HistoryPlace From, HistoryPlace End)> split)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            if (grid.MayHold(blocks[i]) && !columns.TryAdd(blocks[i]))
            {
                split.Add((blocks[i].First, i + 1 < blocks.Length ? blocks[i + 1].First : end));
            }
        }
    }

    private static bool Overlaps(PageHead page, ColumnGrid grid) => grid.Axis == MetricAxis.Step
        ? grid.Overlaps(page.LeastStep, page.GreatestStep)
        : grid.Overlaps(page.FirstTimestamp, page.LastTimestamp);

    private static HistoryPlace EndOf(List<PageHead> pages, int index, HistoryPlace tail) => index + 1 < pages.Count ? pages[index + 1].Start : tail;

    private static (long Low, long High) Join((long Low, long High)? one, (long Low, long High) other) => one is { } ends
        ? (Math.Min(ends.Low, other.Low), Math.Max(ends.High, other.High))
        : other;
}
