using System.Runtime.CompilerServices;

namespace Assay.Overlap;

/// <summary>
/// The sequence that lies along the columns: where each number stands in it, as chains, so that memory is linear however long it is.
/// </summary>
internal sealed class LcsColumns(int numbers)
{
    // The last place of each number, plus one; 0 for none. From a place to the one before it of the same number, likewise.
    private readonly int[] _last = new int[numbers];
    private int[] _before = [];
    private ulong[] _matches = [];
    private int[] _set = [];
    private int _count;

    /// <summary>How many columns there are.</summary>
    public int Count => _count;

    /// <summary>How many words of 64 bits a row takes.</summary>
    public int Words => (_count + 63) >> 6;

    /// <summary>Takes another sequence in place of the one before.</summary>
    public void Set(ReadOnlySpan<int> columns)
    {
        for (var i = 0; i < _count; i++) _last[_set[i]] = 0;
        _count = columns.Length;
        if (_before.Length < _count)
        {
            var room = Math.Max(_count, 2 * _before.Length);
            (_before, _set, _matches) = (new int[room], new int[room], new ulong[(room + 63) >> 6]);
        }

        columns.CopyTo(_set);
        for (var i = 0; i < _count; i++)
        {
            _before[i] = _last[columns[i]];
            _last[columns[i]] = i + 1;
        }
    }

    /// <summary>The length of the longest common subsequence with the rows.</summary>
    public int Length(ReadOnlySpan<int> rows)
    {
        var words = Words;
        Span<ulong> row = words <= 64 ? stackalloc ulong[words] : new ulong[words];
        row.Fill(ulong.MaxValue);
        foreach (var number in rows) Advance(row, row, number);
        return BitParallelLcs.Growth(row, _count);
    }

    /// <summary>Whether the number stands in the columns at all.</summary>
    public bool Has(int number) => _last[number] != 0;

    /// <summary>The row after another one: <c>V' = (V + (V &amp; M)) | (V &amp; ~M)</c>, M being where the number stands. The two may be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Advance(ReadOnlySpan<ulong> from, Span<ulong> to, int number)
    {
        var place = _last[number];
        if (from.Length == 1)
        {
            ulong matches = 0, vector = from[0];
            for (; place != 0; place = _before[place - 1]) matches |= 1UL << (place - 1);
            to[0] = (vector + (vector & matches)) | (vector & ~matches);
            return;
        }

        for (var at = place; at != 0; at = _before[at - 1]) _matches[(at - 1) >> 6] |= 1UL << (at - 1);
        ulong carry = 0;
        for (var i = 0; i < from.Length; i++)
        {
            ulong vector = from[i], matches = _matches[i], common = vector & matches;
            var sum = vector + common;
            var carried = sum + carry;
            carry = sum < vector || carried < sum ? 1UL : 0;
            to[i] = carried | (vector & ~matches);
        }

        for (var at = place; at != 0; at = _before[at - 1]) _matches[(at - 1) >> 6] = 0;
    }
}
