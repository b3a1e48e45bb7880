using Assay.Overlap.Tokenizers;

namespace Assay.Overlap;

/// <summary>
/// BLEU as Hugging Face evaluate (a7dd338) computes it, and MLflow by it: 0 to 1, higher is better. mteval-v13a's tokens, n-grams of 1 to 4,
/// no smoothing unless Lin and Och's (2004) is asked for; of several references the shortest length counts. Without smoothing a text with
/// no n-gram of the highest order has 0, identical or not. Where all hypotheses or all references are empty the reference implementation divides by
/// zero: NaN.
/// </summary>
public sealed class HuggingFaceBleu : ISummedMetric
{
    private readonly int _maxOrder;
    private readonly bool _smooth;
    private readonly BleuCounts _counts;

    /// <summary>The metric.</summary>
    /// <param name="maxOrder">The longest n-grams that are counted, 1 to 16.</param>
    /// <param name="smooth">Whether one is added to matches and n-grams of every order.</param>
    /// <exception cref="ArgumentException">The order is out of its range.</exception>
    public HuggingFaceBleu(int maxOrder = 4, bool smooth = false)
    {
        if (maxOrder is < 1 or > 16)
        {
            throw new ArgumentException($"max_order={maxOrder} is no length of n-grams; choose one from 1 to 16");
        }

        (_maxOrder, _smooth) = (maxOrder, smooth);
        _counts = new BleuCounts(BleuTokenizers.Mteval, lowercase: false, maxOrder, (_, one, other) => Math.Min(one, other));
    }

    int ISummedMetric.Width => _counts.Width;

    /// <summary>The score of one segment.</summary>
    /// <exception cref="ArgumentException">There is no reference.</exception>
    public BleuScore Sentence(string hypothesis, params IReadOnlyList<string> references) => Corpus([(hypothesis, references)]);

    /// <summary>The score of segments together, from their counts; segments may have different numbers of references.</summary>
    /// <exception cref="ArgumentException">A segment has no reference.</exception>
    public BleuScore Corpus(IEnumerable<(string Hypothesis, IReadOnlyList<string> References)> segments) =>
        Compute(SegmentSums.Of(this, segments));

    void ISummedMetric.Count(string hypothesis, IReadOnlyList<string> references, Span<double> counts) =>
        _counts.Count(hypothesis, references, counts);

    double ISummedMetric.OfSegment(ReadOnlySpan<double> counts) => Compute(counts).Score;

    double ISummedMetric.OfCorpus(ReadOnlySpan<double> sums) => Compute(sums).Score;

    private BleuScore Compute(ReadOnlySpan<double> counts)
    {
        double[] matches = [.. BleuCounts.Matches(counts)], totals = [.. BleuCounts.Totals(counts)], precisions = new double[_maxOrder];
        for (var n = 0; n < _maxOrder; n++)
        {
            precisions[n] = _smooth ? (matches[n] + 1) / (totals[n] + 1) : totals[n] > 0 ? matches[n] / totals[n] : 0;
        }

        var (length, reference) = (counts[0], counts[1]);
        var ratio = length / reference;
        var penalty = length == 0 || reference == 0 ? double.NaN : ratio > 1 ? 1 : Math.Exp(1 - 1 / ratio);
        return new BleuScore
        {
            Score = penalty * Mean(precisions),
            Counts = matches,
            Totals = totals,
            Precisions = precisions,
            BrevityPenalty = penalty,
            HypothesisLength = (long)length,
            ReferenceLength = (long)reference,
        };
    }

    private static double Mean(double[] precisions)
    {
        var sum = 0.0;
        foreach (var precision in precisions)
        {
            if (precision == 0) return 0;
            sum += 1.0 / precisions.Length * Math.Log(precision);
        }

        return Math.Exp(sum);
    }
}
