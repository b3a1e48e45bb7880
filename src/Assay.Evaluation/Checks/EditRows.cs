namespace Assay.Checks;

/// <summary>
/// A column of the table of edit distances as differences between its cells: which go up (<c>_up</c>) and which down, 64 a word, the pattern
/// along them.
/// </summary>
internal sealed class EditRows
{
    private readonly int _length;
    private readonly int[] _last;
    private readonly int[] _before;
    private readonly ulong[] _matches;
    private readonly ulong[] _up;
    private readonly ulong[] _down;

    public EditRows(int[] pattern, int numbers)
    {
        _length = pattern.Length;
        _last = new int[numbers];
        _before = new int[pattern.Length];
        for (var i = 0; i < pattern.Length; i++)
        {
            _before[i] = _last[pattern[i]];
            _last[pattern[i]] = i + 1;
        }

        var words = (pattern.Length + 63) >> 6;
        (_matches, _up, _down) = (new ulong[words], new ulong[words], new ulong[words]);
        Array.Fill(_up, ulong.MaxValue);
    }

    public int Distance(ReadOnlySpan<int> text)
    {
        var distance = _length;
        foreach (var number in text)
        {
            for (var at = _last[number]; at != 0; at = _before[at - 1]) _matches[(at - 1) >> 6] |= 1UL << (at - 1);
            // Above the first row the distance grows by one a column.
            var change = 1;
            for (var word = 0; word < _matches.Length; word++) change = Advance(word, change);
            distance += change;
            for (var at = _last[number]; at != 0; at = _before[at - 1]) _matches[(at - 1) >> 6] = 0;
        }

        return distance;
    }

    // One word of the next column; given and gives the change from column to column above and at its last row.
    private int Advance(int word, int change)
    {
        ulong matches = _matches[word], up = _up[word], down = _down[word];
        var below = matches | down;
        if (change < 0) matches |= 1;
        var across = (((matches & up) + up) ^ up) | matches;
        ulong grows = down | ~(across | up), shrinks = up & across;
        var last = word == _matches.Length - 1 ? (_length - 1) & 63 : 63;
        var next = (int)(grows >> last & 1) - (int)(shrinks >> last & 1);
        grows = (grows << 1) | (change > 0 ? 1UL : 0);
        shrinks = (shrinks << 1) | (change < 0 ? 1UL : 0);
        _up[word] = shrinks | ~(below | grows);
        _down[word] = grows & below;
        return next;
    }
}
