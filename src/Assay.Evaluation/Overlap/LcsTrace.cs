namespace Assay.Overlap;

/// <summary>
/// Walks back through the table of a longest common subsequence. Of a small table all rows are kept; of a large one every k-th, k being the
/// root of their number, and the rows between are computed again, so that memory grows as length^1.5 / 64 at most.
/// </summary>
internal sealed class LcsTrace(LcsColumns columns)
{
    private const int LargestTable = 1 << 17;

    // Rows first, first + 1 … of the block in hand; the first row of every block.
    private ulong[] _block = [];
    private ulong[] _kept = [];
    private int _first;

    /// <summary>Marks the rows of the subsequence that <see cref="BitParallelLcs.Mark"/> describes.</summary>
    public void Mark(ReadOnlySpan<int> rows, ReadOnlySpan<int> cells, Span<bool> marks)
    {
        var words = columns.Words;
        var step = (long)(rows.Length + 1) * words <= LargestTable ? rows.Length : (int)Math.Ceiling(Math.Sqrt(rows.Length));
        Keep(rows, step, words);
        Load(rows, step, words, rows.Length);

        int i = rows.Length, j = cells.Length;
        int here = Length(i, j, words), above = Length(i - 1, j, words);
        while (true)
        {
            if (rows[i - 1] == cells[j - 1])
            {
                marks[i - 1] = true;
                i--;
                j--;
                here--;
            }
            else if (here - Growth(i, j, words) > above)
            {
                here -= Growth(i, j, words);
                above -= Growth(i - 1, j, words);
                if (--j == 0) return;
                continue;
            }
            else
            {
                i--;
                here = above;
            }

            // Without a common number left of here and above there is nothing more to mark.
            if (i == 0 || j == 0 || here == 0) return;
            if (i - 1 < _first) Load(rows, step, words, i);
            above = Length(i - 1, j, words);
        }
    }

    private void Keep(ReadOnlySpan<int> rows, int step, int words)
    {
        var blocks = (rows.Length + step - 1) / step;
        Reserve(ref _kept, blocks * words);
        Reserve(ref _block, (step + 1) * words);
        var kept = _kept.AsSpan();
        kept[..words].Fill(ulong.MaxValue);
        for (var block = 1; block < blocks; block++)
        {
            var row = kept.Slice(block * words, words);
            kept.Slice((block - 1) * words, words).CopyTo(row);
            foreach (var number in rows.Slice((block - 1) * step, step)) columns.Advance(row, row, number);
        }
    }

    // The block that holds the row and the one before it.
    private void Load(ReadOnlySpan<int> rows, int step, int words, int row)
    {
        var block = (row - 1) / step;
        _first = block * step;
        var table = _block.AsSpan();
        _kept.AsSpan(block * words, words).CopyTo(table);
        for (var i = _first; i < row; i++)
        {
            var at = (i - _first) * words;
            columns.Advance(table.Slice(at, words), table.Slice(at + words, words), rows[i]);
        }
    }

    private int Length(int row, int cells, int words) => BitParallelLcs.Growth(_block.AsSpan((row - _first) * words, words), cells);

    private int Growth(int row, int cell, int words) =>
        (int)(~_block[((row - _first) * words) + ((cell - 1) >> 6)] >> (cell - 1) & 1);

    private static void Reserve(ref ulong[] buffer, int length)
    {
        if (buffer.Length < length) buffer = new ulong[length];
    }
}
