using System.Runtime.InteropServices;
using Assay.Overlap.Tokenizers;
using Assay.Overlap.Words;

namespace Assay.Overlap;

/// <summary>
/// What every BLEU is made of, counted in one segment: the lengths of hypothesis and reference, then matches and n-grams of each order. Laid
/// out as numbers in a row, so that rows can be summed.
/// </summary>
internal sealed class BleuCounts(LineTokenizer tokenizer, bool lowercase, int maxOrder, Func<int, int, int, int> chooseLength)
{
    public int Width => 2 + 2 * maxOrder;

    /// <param name="hypothesis">The text to score.</param>
    /// <param name="references">At least one; an n-gram counts as often as in the one that has it most.</param>
    /// <param name="counts">Receives the numbers; holds zeros before.</param>
    public void Count(string hypothesis, IReadOnlyList<string> references, Span<double> counts)
    {
        if (references.Count == 0)
        {
            throw new ArgumentException("There is no reference; give one at least.", nameof(references));
        }

        var scratch = Scratch.Take();
        tokenizer.Tokenize(hypothesis, lowercase, scratch, scratch.Hypothesis);
        var length = scratch.Hypothesis.Count;
        scratch.Grams.Count(CollectionsMarshal.AsSpan(scratch.Hypothesis), maxOrder);
        var chosen = -1;
        for (var i = 0; i < references.Count; i++)
        {
            tokenizer.Tokenize(references[i], lowercase, scratch, scratch.Reference);
            scratch.Grams.Match(CollectionsMarshal.AsSpan(scratch.Reference), counts.Slice(2, maxOrder));
            chosen = chosen < 0 ? scratch.Reference.Count : chooseLength(length, chosen, scratch.Reference.Count);
        }

        scratch.Return();
        (counts[0], counts[1]) = (length, chosen);
        for (var n = 0; n < maxOrder; n++) counts[2 + maxOrder + n] = Math.Max(0, length - n);
    }

    public static ReadOnlySpan<double> Matches(ReadOnlySpan<double> counts) => counts[2..(1 + counts.Length / 2)];

    public static ReadOnlySpan<double> Totals(ReadOnlySpan<double> counts) => counts[(1 + counts.Length / 2)..];
}
