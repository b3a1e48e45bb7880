namespace Assay.Overlap.EditRate;

/// <summary>
/// Edits from a hypothesis to a reference where moving a run of words is one edit: shifts are made as long as the best of them lowers the
/// edit distance, as Tercom does by sacrebleu 2.6.0 and with its limits (runs of 10 words, moved 50 at most, 1,000 tries).
/// </summary>
internal sealed class ShiftSearch
{
    private const int LongestRun = 10;
    private const int LongestMove = 50;
    private const int MostTries = 1000;

    private readonly EditBand _band = new();
    private int[] _words = [];
    private int[] _shifted = [];
    private int[] _align = [];
    private bool[] _edited = [];
    private bool[] _missed = [];
    private int _tries;
    private Shift _best;

    public int Capacity => _band.Capacity;

    /// <summary>The number of edits; for an empty reference the number of words.</summary>
    public int Edits(ReadOnlySpan<int> hypothesis, ReadOnlySpan<int> reference)
    {
        if (reference.IsEmpty)
        {
            return hypothesis.Length;
        }

        (_words, _shifted) = (hypothesis.ToArray(), new int[hypothesis.Length]);
        (_align, _edited, _missed) = (new int[reference.Length], new bool[hypothesis.Length], new bool[reference.Length]);
        _band.Begin(reference, hypothesis.Length);
        _band.Keep(_words, 0);
        _tries = 0;
        for (var shifts = 0; ; shifts++)
        {
            _best = default;
            if (_band.Distance > 0) Search(reference);
            if (_tries >= MostTries || _best.Gain <= 0)
            {
                return shifts + _band.Distance;
            }

            var (from, _) = _best.Apply(_words, _shifted);
            (_words, _shifted) = (_shifted, _words);
            _band.Keep(_words, from);
        }
    }

    private void Search(ReadOnlySpan<int> reference)
    {
        _band.Align(_words, _align, _edited, _missed);
        for (var start = 0; start < _words.Length; start++)
        {
            // Nothing is wrong in any run from here: none of them moves.
            if (!_edited.AsSpan(start, Math.Min(LongestRun, _words.Length - start)).Contains(true))
            {
                continue;
            }

            var last = Math.Min(reference.Length - 1, start + LongestMove);
            for (var at = Math.Max(0, start - LongestMove); at <= last; at++)
            {
                if (reference[at] == _words[start]) TryRuns(reference, start, at);
                if (_tries >= MostTries)
                {
                    return;
                }
            }
        }
    }

    private void TryRuns(ReadOnlySpan<int> reference, int start, int at)
    {
        var longest = Math.Min(LongestRun, Math.Min(_words.Length - start, reference.Length - at));
        for (var length = 1; length <= longest && _words[start + length - 1] == reference[at + length - 1] && _tries < MostTries; length++)
        {
            if (_edited.AsSpan(start, length).Contains(true)
                && _missed.AsSpan(at, length).Contains(true)
                && (_align[at] < start || _align[at] >= start + length))
            {
                TryTargets(start, at, length);
            }
        }
    }

    // Before the word where the run belongs, and behind each word that stands for one of its.
    private void TryTargets(int start, int at, int length)
    {
        var tried = -1;
        for (var i = at - 1; i < at + length; i++)
        {
            var target = i < 0 ? 0 : _align[i] + 1;
            if (target == tried)
            {
                continue;
            }

            tried = target;
            var shift = new Shift(0, length, start, target);
            var (from, to) = shift.Apply(_words, _shifted);
            shift = shift with { Gain = _band.Distance - _band.DistanceOf(_shifted, from, to) };
            _tries++;
            if (shift.Gain > 0 && (_best.Length == 0 || shift.IsBetterThan(_best))) _best = shift;
        }
    }
}
