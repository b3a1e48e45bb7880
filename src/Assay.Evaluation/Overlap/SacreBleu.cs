using System.Globalization;
using Assay.Overlap.Tokenizers;

namespace Assay.Overlap;

/// <summary>
/// BLEU (Papineni and others 2002) as sacrebleu 2.6.0 computes it, to the last digit: 0 to 100 (identical texts give 100.00000000000004),
/// higher is better. The geometric mean of n-gram precisions, less a penalty for hypotheses shorter than the references; of several
/// references the closest length counts, the shorter of two as close. An empty side, and a text without any match, has 0.
/// </summary>
public sealed class SacreBleu : ISummedMetric
{
    private const double LogOfNothing = -9999999999;

    private readonly SacreBleuOptions _options;
    private readonly LineTokenizer _tokenizer;
    private readonly BleuCounts _counts;

    /// <summary>The metric with options.</summary>
    /// <exception cref="ArgumentException">An option has a value that it cannot have; the message says which it can.</exception>
    public SacreBleu(SacreBleuOptions? options = null)
    {
        _options = options ?? new SacreBleuOptions();
        _tokenizer = BleuTokenizers.Named(_options.Tokenize);
        if (_options.MaxOrder is < 1 or > 16)
        {
            throw new ArgumentException($"max_ngram_order={_options.MaxOrder} is no length of n-grams; choose one from 1 to 16");
        }

        if (_options.SmoothValue is { } value && (!double.IsFinite(value) || value < 0 || DefaultValue is null))
        {
            throw new ArgumentException(DefaultValue is null
                ? $"smooth_value is for floor and add-k; leave it away with {SmoothingName}"
                : $"smooth_value={value.ToString(CultureInfo.InvariantCulture)} is no number of matches; give one from 0 up");
        }

        _counts = new BleuCounts(_tokenizer, _options.Lowercase, _options.MaxOrder, Closest);
    }

    int ISummedMetric.Width => _counts.Width;

    private double? DefaultValue => _options.Smoothing switch { BleuSmoothing.Floor => 0.1, BleuSmoothing.AddK => 1, _ => null };

    private string SmoothingName => _options.Smoothing switch
    {
        BleuSmoothing.Exp => "exp",
        BleuSmoothing.None => "none",
        BleuSmoothing.Floor => "floor",
        _ => "add-k",
    };

    /// <summary>The score of one segment.</summary>
    /// <exception cref="ArgumentException">There is no reference.</exception>
    public BleuScore Sentence(string hypothesis, params IReadOnlyList<string> references)
    {
        var counts = new double[_counts.Width];
        _counts.Count(hypothesis, references, counts);
        return Compute(counts, _options.EffectiveOrder ?? true);
    }

    /// <summary>The score of segments together, from their counts; segments may have different numbers of references.</summary>
    /// <exception cref="ArgumentException">A segment has no reference.</exception>
    public BleuScore Corpus(IEnumerable<(string Hypothesis, IReadOnlyList<string> References)> segments) =>
        Compute(SegmentSums.Of(this, segments), _options.EffectiveOrder ?? false);

    /// <summary>How the corpus score is made, as sacrebleu's signature says it, the number of references left out.</summary>
    public string Settings => BleuSignature.Settings(
        ("case", _options.Lowercase ? "lc" : "mixed"),
        ("eff", _options.EffectiveOrder ?? false ? "yes" : "no"),
        ("tok", _tokenizer.Name),
        ("smooth", SmoothingName + ((_options.SmoothValue ?? DefaultValue)?.ToString("'['0.00']'", CultureInfo.InvariantCulture))));

    /// <summary>What sacrebleu would print to say how the corpus score was made.</summary>
    /// <param name="references">How many references each segment has; null where they differ.</param>
    public string Signature(int? references = 1) => BleuSignature.Of(references, Settings);

    void ISummedMetric.Count(string hypothesis, IReadOnlyList<string> references, Span<double> counts) =>
        _counts.Count(hypothesis, references, counts);

    double ISummedMetric.OfSegment(ReadOnlySpan<double> counts) => Compute(counts, _options.EffectiveOrder ?? true).Score;

    double ISummedMetric.OfCorpus(ReadOnlySpan<double> sums) => Compute(sums, _options.EffectiveOrder ?? false).Score;

    private static int Closest(int length, int one, int other) =>
        Math.Abs(length - one) is var far && Math.Abs(length - other) is var near && (near < far || (near == far && other < one)) ? other : one;

    private BleuScore Compute(ReadOnlySpan<double> counts, bool effective)
    {
        double[] correct = [.. BleuCounts.Matches(counts)], total = [.. BleuCounts.Totals(counts)], precisions = new double[_options.MaxOrder];
        var (length, reference) = (counts[0], counts[1]);
        var penalty = length >= reference ? 1 : length > 0 ? Math.Exp(1 - reference / length) : 0;
        var score = BleuCounts.Matches(counts).ContainsAnyExcept(0) ? penalty * Mean(correct, total, precisions, effective) : 0;
        return new BleuScore
        {
            Score = score,
            Counts = correct,
            Totals = total,
            Precisions = precisions,
            BrevityPenalty = penalty,
            HypothesisLength = (long)length,
            ReferenceLength = (long)reference,
        };
    }

    // The geometric mean of the precisions, which it fills in. What smoothing adds stays in the counts, as the reference reports them.
    private double Mean(double[] correct, double[] total, double[] precisions, bool effective)
    {
        var value = _options.SmoothValue ?? DefaultValue ?? 0;
        var (order, halves) = (precisions.Length, 1.0);
        for (var n = 0; n < precisions.Length; n++)
        {
            if (_options.Smoothing == BleuSmoothing.AddK && n > 0) (correct[n], total[n]) = (correct[n] + value, total[n] + value);
            if (total[n] == 0) break;
            if (effective) order = n + 1;
            precisions[n] = 100 * correct[n] / total[n];
            if (correct[n] == 0 && _options.Smoothing == BleuSmoothing.Exp) precisions[n] = 100 / ((halves *= 2) * total[n]);
            if (correct[n] == 0 && _options.Smoothing == BleuSmoothing.Floor) precisions[n] = 100 * value / total[n];
        }

        var sum = 0.0;
        for (var n = 0; n < order; n++) sum += precisions[n] == 0 ? LogOfNothing : Math.Log(precisions[n]);
        return Math.Exp(sum / order);
    }
}
