using Assay.Data.Selection;

namespace Assay.Data.Hub;

/// <summary>The split that is read, and its first page, which tells the columns and the number of rows.</summary>
/// <param name="Split">The split.</param>
/// <param name="Pages">Its pages.</param>
/// <param name="First">The first of them.</param>
/// <param name="Offline">Why the hub could not be asked, so that what is on disk is read; null when it could.</param>
internal sealed record HubReading(HubSplit Split, HubPages Pages, HubPage First, string? Offline)
{
    /// <summary>Groups places by the page they lie on: each page once, with the rows wanted of it.</summary>
    public static IEnumerable<(long Page, List<int> Rows)> ByPage(IEnumerable<long> places, long total)
    {
        var (page, rows) = (-1L, new List<int>());
        foreach (var place in places.TakeWhile(place => place < total))
        {
            if (place / HubPage.Size != page && rows.Count > 0)
            {
                yield return (page, rows);
                rows = [];
            }

            page = place / HubPage.Size;
            rows.Add((int)(place % HubPage.Size));
        }

        if (rows.Count > 0)
        {
            yield return (page, rows);
        }
    }

    /// <summary>How many of the pages that have these rows are not on disk, and how many there are.</summary>
    public (long Missing, long All) Count(RowPlaces places)
    {
        var (missing, all) = (0L, 0L);
        foreach (var (page, _) in ByPage(places, First.Total))
        {
            all++;
            missing += Pages.IsHere(page) ? 0 : 1;
        }

        return (missing, all);
    }
}
