using System.Runtime.InteropServices;

namespace Assay.Data.Selection;

/// <summary>
/// A draw from each group of rows that share a value, in proportion to the groups' sizes by the method of the largest remainder, at least one
/// row each. Keeps four bytes a row.
/// </summary>
internal sealed class Strata(int size, ulong seed)
{
    private readonly Dictionary<FieldValue, int> _groups = [];
    private readonly List<long> _sizes = [];
    private readonly List<int> _groupOfRow = [];

    /// <summary>How many groups there are.</summary>
    public int Count => _sizes.Count;

    public void Add(FieldValue value)
    {
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, value, out var known);
        if (!known)
        {
            group = _sizes.Count;
            _sizes.Add(0);
        }

        _sizes[group]++;
        _groupOfRow.Add(group);
    }

    /// <summary>The places that are drawn, ascending. There are no more groups than rows to draw.</summary>
    public long[] Draw()
    {
        var draws = Shares(_sizes, size).Select(share => new RandomDraw(share, seed)).ToArray();
        for (var place = 0; place < _groupOfRow.Count; place++)
        {
            draws[_groupOfRow[place]].Add(place);
        }

        return [.. draws.SelectMany(draw => draw.Places).Order()];
    }

    /// <summary>How many rows of each group make up a draw of <paramref name="size"/>.</summary>
    internal static int[] Shares(IReadOnlyList<long> sizes, int size)
    {
        var all = sizes.Sum();
        if (size >= all)
        {
            return [.. sizes.Select(rows => (int)rows)];
        }

        var quotas = sizes.Select(rows => (double)size * rows / all).ToArray();
        var shares = Array.ConvertAll(quotas, quota => Math.Max(1, (int)Math.Floor(quota)));
        var missing = size - shares.Sum();

        // Groups that lie furthest below their quota get one more; when small groups took more than their quota, the others give, again those
        // that then lie least below theirs.
        foreach (var group in Enumerable.Range(0, shares.Length).OrderByDescending(group => quotas[group] - shares[group]).Take(missing))
        {
            shares[group]++;
        }

        var giving = new PriorityQueue<int, double>(
            Enumerable.Range(0, shares.Length).Where(group => shares[group] > 1).Select(group => (group, quotas[group] - shares[group])));
        for (; missing < 0; missing++)
        {
            var group = giving.Dequeue();
            if (--shares[group] > 1)
            {
                giving.Enqueue(group, quotas[group] - shares[group]);
            }
        }

        return shares;
    }
}
