namespace Assay.Overlap.EditRate;

/// <summary>A run of words that moves.</summary>
/// <param name="Gain">By how much the edit distance falls.</param>
/// <param name="Length">How many words.</param>
/// <param name="Start">Where they stand.</param>
/// <param name="Target">Before which word they go.</param>
internal readonly record struct Shift(int Gain, int Length, int Start, int Target)
{
    /// <summary>Tercom's ranking: the greatest gain, then the longest run, then the earliest, then the earliest target.</summary>
    public bool IsBetterThan(Shift other) =>
        (Gain, Length, -Start, -Target).CompareTo((other.Gain, other.Length, -other.Start, -other.Target)) > 0;

    /// <summary>Writes the words as they stand after it.</summary>
    /// <returns>The places between which they differ from those before; equal when nothing moves.</returns>
    public (int From, int To) Apply(ReadOnlySpan<int> words, Span<int> into)
    {
        // A target inside the run counts from its end, as in the reference.
        var (from, to, first) = Target < Start
            ? (Target, Start + Length, Start - Target)
            : (Start, Math.Min(words.Length, Target > Start + Length ? Target : Target + Length), Length);
        words.CopyTo(into);
        if (to - from <= first)
        {
            return (from, from);
        }

        words[(from + first)..to].CopyTo(into[from..]);
        words.Slice(from, first).CopyTo(into[(to - first)..]);
        return (from, to);
    }
}
