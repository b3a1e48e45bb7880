using System.Runtime.InteropServices;

namespace Assay.Overlap.EditRate;

/// <summary>
/// Edit distances of hypotheses of one length from a reference, in a band around the diagonal as Tercom by sacrebleu has it (25 words on
/// either side, more where the lengths are very different), so that very different texts may come out farther apart than they are. The rows of one
/// hypothesis are kept, those of variations of it begin where they differ. Linear in memory.
/// </summary>
internal sealed class EditBand
{
    private const int Reach = 25;
    private const int Far = int.MaxValue / 2;

    private Row[] _rows = [];
    private int[] _cells = [];
    private int[] _above = [];
    private int[] _row = [];
    private int[] _reference = [];
    private int _words;

    public int Capacity => _cells.Length;

    /// <summary>The distance of the kept hypothesis.</summary>
    public int Distance => Cell(_words, _reference.Length);

    /// <summary>Lays out the band for a reference and hypotheses of a number of words.</summary>
    public void Begin(ReadOnlySpan<int> reference, int words)
    {
        _reference = reference.ToArray();
        _words = words;
        if (_rows.Length <= words) _rows = new Row[Math.Max(words + 1, 2 * _rows.Length)];
        LayOut(reference.Length);
        var first = Cells(0);
        for (var j = 0; j <= reference.Length; j++) first[j + 1] = j;
        first[0] = Far;
    }

    /// <summary>Computes the rows of a hypothesis and keeps them.</summary>
    /// <param name="hypothesis">Its words.</param>
    /// <param name="from">How many of its first words are those of the hypothesis kept before.</param>
    public void Keep(ReadOnlySpan<int> hypothesis, int from)
    {
        for (var i = from + 1; i <= _words; i++) Fill(i, hypothesis[i - 1], Cells(i - 1), Cells(i));
    }

    /// <summary>The distance of a variation of the kept hypothesis that differs from it between two places.</summary>
    public int DistanceOf(ReadOnlySpan<int> variation, int from, int to)
    {
        if (from == to)
        {
            return Distance;
        }

        ReadOnlySpan<int> above = Cells(from);
        var (row, next) = (_row, _above);
        for (var i = from + 1; i <= _words; i++)
        {
            var filled = row.AsSpan(0, _rows[i].Stored);
            Fill(i, variation[i - 1], above, filled);
            if (i >= to && filled.SequenceEqual(Cells(i)))
            {
                return Distance;
            }

            above = filled;
            (row, next) = (next, row);
        }

        return above[_reference.Length - _rows[_words].Low + 1];
    }

    /// <summary>
    /// Which edit the kept hypothesis needs where: the place in it that each word of the reference stands at (behind which it is missing), and the
    /// words on either side that an edit touches. Where several edits are as cheap replacing is preferred to deleting, deleting to inserting.
    /// </summary>
    public void Align(ReadOnlySpan<int> hypothesis, Span<int> align, Span<bool> hypothesisEdited, Span<bool> referenceEdited)
    {
        for (int i = _words, j = _reference.Length; i > 0 || j > 0;)
        {
            var same = i > 0 && j > 0 && hypothesis[i - 1] == _reference[j - 1];
            var cost = Cell(i, j);
            if (i > 0 && j > 0 && cost == Cell(i - 1, j - 1) + (same ? 0 : 1))
            {
                align[j - 1] = i - 1;
                hypothesisEdited[--i] = referenceEdited[--j] = !same;
            }
            else if (i > 0 && cost == Cell(i - 1, j) + 1)
            {
                hypothesisEdited[--i] = true;
            }
            else
            {
                align[--j] = i - 1;
                referenceEdited[j] = true;
            }
        }
    }

    private void LayOut(int reference)
    {
        var ratio = _words > 0 ? (double)reference / _words : 1;
        var reach = Reach < ratio / 2 ? (int)Math.Ceiling(ratio / 2 + Reach) : Reach;
        _rows[0] = new Row(0, 0, reference + 1, reference + 2);
        var (cells, widest) = (reference + 2, 0);
        for (var i = 1; i <= _words; i++)
        {
            var diagonal = (int)Math.Floor(i * ratio);
            var high = i == _words ? reference + 1 : Math.Min(reference + 1, diagonal + reach);
            _rows[i] = new Row(cells, Math.Max(0, diagonal - reach), high, 0);
            // The row below reads as far as it goes itself.
            var below = i >= _words - 1 ? reference + 1 : Math.Max(high, Math.Min(reference + 1, (int)Math.Floor((i + 1) * ratio) + reach));
            _rows[i] = _rows[i] with { Stored = below - _rows[i].Low + 1 };
            widest = Math.Max(widest, _rows[i].Stored);
            cells = checked(cells + _rows[i].Stored);
        }

        if (_cells.Length < cells) _cells = new int[Math.Max(cells, 2 * _cells.Length)];
        if (_row.Length < widest) (_row, _above) = (new int[2 * widest], new int[2 * widest]);
    }

    // A row begins with a cell before its band, and has cells behind it for the row below to read: none of them can be reached.
    private void Fill(int i, int word, ReadOnlySpan<int> above, Span<int> row)
    {
        var (low, high) = (_rows[i].Low, _rows[i].High);
        above = above[(low - _rows[i - 1].Low)..];
        var (k, left) = (1, Far);
        row[0] = Far;
        if (low == 0)
        {
            left = row[1] = above[1] + 1;
            k = 2;
        }

        var words = _reference.AsSpan(Math.Max(0, low - 1), high - Math.Max(1, low));
        above = above.Slice(k - 1, words.Length + 1);
        var filled = row.Slice(k, words.Length);
        var diagonal = above[0];
        for (var at = 0; at < words.Length; at++)
        {
            var up = above[at + 1];
            left = Math.Min(Math.Min(diagonal + (words[at] == word ? 0 : 1), up + 1), left + 1);
            filled[at] = left;
            diagonal = up;
        }

        row[(k + words.Length)..].Fill(Far);
    }

    private Span<int> Cells(int row) => _cells.AsSpan(_rows[row].Start, _rows[row].Stored);

    private int Cell(int row, int column) =>
        column < _rows[row].Low || column >= _rows[row].High ? Far : _cells[_rows[row].Start + column - _rows[row].Low + 1];

    /// <summary>Where a row's cells begin, which columns its band has, and how many cells are stored.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Row(int Start, int Low, int High, int Stored);
}
