namespace Assay.Storage.Tracking.Envelopes;

/// <summary>Points of a history that stand together, summed up in blocks.</summary>
/// <param name="Start">Where the page begins: it holds what stands from here on up to where the next page begins.</param>
/// <param name="Blocks">Its blocks, in the order of the history.</param>
/// <param name="Late">How many points were written into it since it was summed up.</param>
internal sealed record PointPage(HistoryPlace Start, IReadOnlyList<PointBlock> Blocks, long Late = 0)
{
    /// <summary>Points of a page.</summary>
    public const int Size = 2048;

    /// <summary>Points of a block. Columns of a chart end within blocks, and those points are read one by one.</summary>
    public const int BlockSize = 64;

    /// <summary>
    /// Makes pages of points that begin where the first page begins; the last may be up to twice as large. <paramref name="keep"/> points at the end
    /// are left. Gives the pages and how many points they took.
    /// </summary>
    public static (List<PointPage> Pages, int Taken) Cut(List<HistoryPoint> points, HistoryPlace start, int keep)
    {
        var pages = new List<PointPage>();
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(points);
        var taken = 0;
        while (all.Length - keep - taken is var left && left > 0 && (keep == 0 || left >= Size))
        {
            var end = PointBlock.EndOfPlace(all, taken + (left >= 2 * Size ? Size : left));
            if (keep > 0 && end == all.Length)
            {
                break; // what follows may stand at the same place
            }

            pages.Add(new(start, PointBlock.Cut(points.GetRange(taken, end - taken), BlockSize)));
            taken = end;
            start = taken < all.Length ? all[taken].Place : start;
        }

        return (pages, taken);
    }
}
