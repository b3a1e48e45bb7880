using Assay.Statistics;

namespace Assay.Data.Selection;

/// <summary>
/// A uniform draw of rows without replacement: every place gets a random number that only the seed and the place decide, and the places of
/// the least numbers are drawn. So the same rows come out however the source is read, and a draw of 200 holds the one of 100. Keeps one entry
/// for each row that is drawn.
/// </summary>
internal sealed class RandomDraw(int size, ulong seed)
{
    private readonly PriorityQueue<long, (ulong Number, long Place)> _kept =
        new(Comparer<(ulong Number, long Place)>.Create((one, other) => other.CompareTo(one)));

    public void Add(long place)
    {
        var number = new SeededRandom(seed, (ulong)place).NextBits();
        if (_kept.Count < size)
        {
            _kept.Enqueue(place, (number, place));
        }
        else
        {
            _kept.EnqueueDequeue(place, (number, place));
        }
    }

    /// <summary>The places that were drawn, ascending.</summary>
    public IEnumerable<long> Places => _kept.UnorderedItems.Select(item => item.Element).Order();
}
