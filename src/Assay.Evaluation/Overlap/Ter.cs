using System.Runtime.InteropServices;
using Assay.Overlap.Tokenizers;
using Assay.Overlap.Words;

namespace Assay.Overlap;

/// <summary>
/// Translation edit rate (Snover and others 2006) as sacrebleu 2.6.0 computes it, to the last digit: words inserted, deleted, replaced, and
/// runs of words moved, for each 100 words of the reference. 0 and up, lower is better; more than 100 where more is changed than the reference has. Of
/// several references the fewest edits count, over the references' mean length. Two empty sides have 0, an empty reference alone 100.
/// </summary>
public sealed class Ter : ISummedMetric
{
    private readonly TerOptions _options;
    private readonly TercomTokenizer _tokenizer;

    /// <summary>The metric with options.</summary>
    public Ter(TerOptions? options = null)
    {
        _options = options ?? new TerOptions();
        _tokenizer = new TercomTokenizer(_options);
    }

    int ISummedMetric.Width => 2;

    /// <summary>The score of one segment.</summary>
    /// <exception cref="ArgumentException">There is no reference.</exception>
    public double Sentence(string hypothesis, params IReadOnlyList<string> references) => Corpus([(hypothesis, references)]);

    /// <summary>The score of segments together, from their counts; segments may have different numbers of references.</summary>
    /// <exception cref="ArgumentException">A segment has no reference.</exception>
    public double Corpus(IEnumerable<(string Hypothesis, IReadOnlyList<string> References)> segments) => Score(SegmentSums.Of(this, segments));

    /// <summary>How the score is made, as sacrebleu's signature says it, the number of references left out.</summary>
    public string Settings => BleuSignature.Settings(
        ("case", _options.CaseSensitive ? "mixed" : "lc"),
        ("tok", _tokenizer.Name),
        ("norm", BleuSignature.YesNo(_options.Normalized)),
        ("punct", BleuSignature.YesNo(!_options.NoPunctuation)),
        ("asian", BleuSignature.YesNo(_options.AsianSupport)));

    /// <summary>What sacrebleu would print to say how the score was made.</summary>
    /// <param name="references">How many references each segment has; null where they differ.</param>
    public string Signature(int? references = 1) => BleuSignature.Of(references, Settings);

    double ISummedMetric.OfSegment(ReadOnlySpan<double> counts) => Score(counts);

    double ISummedMetric.OfCorpus(ReadOnlySpan<double> sums) => Score(sums);

    // Two numbers: the fewest edits, and the mean length of the references.
    void ISummedMetric.Count(string hypothesis, IReadOnlyList<string> references, Span<double> counts)
    {
        if (references.Count == 0)
        {
            throw new ArgumentException("There is no reference; give one at least.", nameof(references));
        }

        var scratch = Scratch.Take();
        long words = 0;
        var fewest = int.MaxValue;
        _tokenizer.Tokenize(hypothesis, !_options.CaseSensitive, scratch, scratch.Hypothesis);
        foreach (var reference in references)
        {
            _tokenizer.Tokenize(reference, !_options.CaseSensitive, scratch, scratch.Reference);
            words += scratch.Reference.Count;
            fewest = Math.Min(fewest, scratch.Shifts.Edits(CollectionsMarshal.AsSpan(scratch.Hypothesis), CollectionsMarshal.AsSpan(scratch.Reference)));
        }

        scratch.Return();
        (counts[0], counts[1]) = (fewest, (double)words / references.Count);
    }

    private static double Score(ReadOnlySpan<double> counts) => 100 * (counts[1] > 0 ? counts[0] / counts[1] : counts[0] > 0 ? 1 : 0);
}
