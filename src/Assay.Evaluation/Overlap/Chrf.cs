using System.Globalization;
using System.Runtime.InteropServices;
using Assay.Overlap.Words;
using Assay.Readability;
using Assay.Scoring;

namespace Assay.Overlap;

/// <summary>
/// chrF (Popović 2015) and chrF++ (Popović 2017) as sacrebleu 2.6.0 computes them, to the last digit: 0 to 100, higher is better. The F
/// score of character n-grams, and for chrF++ of words, precision and recall being averages over the orders. Of several references the one
/// with the best score counts. An empty side has 0, or nearly so with eps smoothing.
/// </summary>
public sealed class Chrf : ISummedMetric
{
    private const double Eps = 1e-16;

    private readonly ChrfOptions _options;
    private readonly int _order;

    /// <summary>The metric with options.</summary>
    /// <exception cref="ArgumentException">An option has a value that it cannot have; the message says which it can.</exception>
    public Chrf(ChrfOptions? options = null)
    {
        _options = options ?? new ChrfOptions();
        _order = _options.CharacterOrder + _options.WordOrder;
        if (_options.CharacterOrder is < 0 or > 16 || _options.WordOrder is < 0 or > 16 || _order == 0)
        {
            throw new ArgumentException(
                $"char_order={_options.CharacterOrder} with word_order={_options.WordOrder} are no lengths of n-grams; choose 0 to 16 each, and not both 0");
        }

        if (_options.Beta is < 1 or > 1000)
        {
            throw new ArgumentException($"beta={_options.Beta} is no weight of recall; choose one from 1 to 1000");
        }
    }

    int ISummedMetric.Width => 3 * _order;

    /// <summary>The score of one segment.</summary>
    /// <exception cref="ArgumentException">There is no reference.</exception>
    public double Sentence(string hypothesis, params IReadOnlyList<string> references) => Corpus([(hypothesis, references)]);

    /// <summary>The score of segments together, from their counts; segments may have different numbers of references.</summary>
    /// <exception cref="ArgumentException">A segment has no reference.</exception>
    public double Corpus(IEnumerable<(string Hypothesis, IReadOnlyList<string> References)> segments) => Score(SegmentSums.Of(this, segments));

    /// <summary>How the score is made, as sacrebleu's signature says it, the number of references left out.</summary>
    public string Settings => BleuSignature.Settings(
        ("case", _options.Lowercase ? "lc" : "mixed"),
        ("eff", BleuSignature.YesNo(!_options.EpsSmoothing)),
        ("nc", _options.CharacterOrder.ToString(CultureInfo.InvariantCulture)),
        ("nw", _options.WordOrder.ToString(CultureInfo.InvariantCulture)),
        ("space", BleuSignature.YesNo(_options.WhiteSpace)));

    /// <summary>What sacrebleu would print to say how the score was made.</summary>
    /// <param name="references">How many references each segment has; null where they differ.</param>
    public string Signature(int? references = 1) => BleuSignature.Of(references, Settings);

    double ISummedMetric.OfSegment(ReadOnlySpan<double> counts) => Score(counts);

    double ISummedMetric.OfCorpus(ReadOnlySpan<double> sums) => Score(sums);

    // Three numbers an order: n-grams of the hypothesis, of the reference, and matches; those of the best reference.
    void ISummedMetric.Count(string hypothesis, IReadOnlyList<string> references, Span<double> counts)
    {
        if (references.Count == 0)
        {
            throw new ArgumentException("There is no reference; give one at least.", nameof(references));
        }

        var scratch = Scratch.Take();
        Span<double> tried = stackalloc double[3 * _order];
        var best = -1.0;
        if (_options.Lowercase) hypothesis = PythonLowerCase.Of(hypothesis);
        foreach (var reference in references)
        {
            tried.Clear();
            Compare(hypothesis, _options.Lowercase ? PythonLowerCase.Of(reference) : reference, scratch, tried);
            if (Score(tried) is var score && score > best)
            {
                best = score;
                tried.CopyTo(counts);
            }
        }

        scratch.Return();
    }

    private void Compare(string hypothesis, string reference, Scratch scratch, Span<double> counts)
    {
        var characters = 3 * _options.CharacterOrder;
        if (characters > 0)
        {
            Characters(hypothesis, scratch.Hypothesis);
            Characters(reference, scratch.Reference);
            Compare(scratch, counts[..characters]);
        }

        if (_options.WordOrder > 0)
        {
            Words(hypothesis, scratch.Words, scratch.Hypothesis);
            Words(reference, scratch.Words, scratch.Reference);
            Compare(scratch, counts[characters..]);
        }
    }

    private static void Compare(Scratch scratch, Span<double> counts)
    {
        Span<double> matches = stackalloc double[counts.Length / 3];
        matches.Clear();
        scratch.Grams.Count(CollectionsMarshal.AsSpan(scratch.Hypothesis), matches.Length);
        scratch.Grams.Match(CollectionsMarshal.AsSpan(scratch.Reference), matches);
        for (var n = 0; n < matches.Length; n++)
        {
            var ofReference = Math.Max(0, scratch.Reference.Count - n);
            counts[3 * n] = ofReference > 0 ? Math.Max(0, scratch.Hypothesis.Count - n) : 0;
            counts[3 * n + 1] = ofReference;
            counts[3 * n + 2] = matches[n];
        }
    }

    private void Characters(string text, List<int> into)
    {
        into.Clear();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                into.Add(PythonCharacter.At(text, i, out var units));
                i += units - 1;
            }
            else if (_options.WhiteSpace || !PythonSpace.Is(text[i]))
            {
                into.Add(text[i]);
            }
        }
    }

    // A word of one code point stays as it is. Of another one ASCII symbol is parted: the last character, or else the first.
    private static void Words(ReadOnlySpan<char> text, WordIndex words, List<int> into)
    {
        into.Clear();
        while (PythonSpace.TakeWord(ref text, out var word))
        {
            var cut = word.Length < 2 ? 0 : IsSymbol(word[^1]) ? word.Length - 1 : IsSymbol(word[0]) ? 1 : 0;
            if (cut > 0) into.Add(words.Of(word[..cut]));
            into.Add(words.Of(word[cut..]));
        }
    }

    private static bool IsSymbol(char c) => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c));

    private double Score(ReadOnlySpan<double> counts)
    {
        double sum = 0, precisions = 0, recalls = 0, factor = _options.Beta * _options.Beta;
        var orders = 0;
        for (var i = 0; i < counts.Length; i += 3)
        {
            var (hypothesis, reference, matches) = (counts[i], counts[i + 1], counts[i + 2]);
            var precision = hypothesis > 0 ? matches / hypothesis : Eps;
            var recall = reference > 0 ? matches / reference : Eps;
            var divisor = factor * precision + recall;
            sum += divisor > 0 ? (1 + factor) * precision * recall / divisor : Eps;
            if (hypothesis > 0 && reference > 0) (precisions, recalls, orders) = (precisions + precision, recalls + recall, orders + 1);
        }

        if (_options.EpsSmoothing) return 100 * sum / _order;
        (precisions, recalls) = orders == 0 ? (0, 0) : (precisions / orders, recalls / orders);
        return precisions + recalls == 0 ? 0 : 100 * ((1 + factor) * precisions * recalls / (factor * precisions + recalls));
    }
}
