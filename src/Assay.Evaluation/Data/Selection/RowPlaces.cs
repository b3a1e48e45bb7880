using System.Collections;

namespace Assay.Data.Selection;

/// <summary>Places of rows in a source, from 0, ascending.</summary>
internal sealed class RowPlaces : IEnumerable<long>
{
    private readonly long[]? _places;

    private RowPlaces(long count, long[]? places) => (Count, _places) = (count, places);

    public long Count { get; }

    /// <summary>The first so many.</summary>
    public static RowPlaces First(long count) => new(Math.Max(0, count), null);

    /// <summary>These; they ascend.</summary>
    public static RowPlaces Of(long[] places) => new(places.Length, places);

    /// <summary>How many pages of a size they lie on.</summary>
    public long Pages(int size) =>
        _places is null ? (Count + size - 1) / size : _places.Where((place, i) => i == 0 || place / size != _places[i - 1] / size).LongCount();

    public IEnumerator<long> GetEnumerator()
    {
        for (var i = 0L; i < Count; i++)
        {
            yield return _places is null ? i : _places[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
