using System.Collections.Concurrent;

namespace Assay.Toxicity;

/// <summary>
/// A linear classifier of toxic text in English, Portuguese, French and Spanish, small enough to be embedded.
/// It has two heads: hate (an attack on people for what they are) and any toxicity. See docs/toxicity-model-card.md
/// for what it was trained on, how well it does and where it fails. Safe for use by many threads at once.
/// </summary>
public sealed class ToxicityModel
{
    private const string ResourceName = "toxicity.bin";

    private static readonly Lazy<ToxicityModel> Shared = new(ReadEmbedded);

    private readonly ToxicityWeights weights;
    private readonly FeatureExtractor extractor;
    private readonly ConcurrentBag<TextWindow> windows = [];

    internal ToxicityModel(ToxicityWeights weights, Lexicon lexicon)
    {
        if (!weights.LexiconDigest.AsSpan().SequenceEqual(lexicon.Digest))
        {
            throw new InvalidDataException(
                "The toxicity model was trained with another lexicon than the embedded one; train it again (docs/toxicity-model-card.md).");
        }

        this.weights = weights;
        extractor = new FeatureExtractor(new WordLookup(lexicon, new Vocabulary(weights.Vocabulary)));
    }

    /// <summary>The embedded model, read on first use.</summary>
    public static ToxicityModel Embedded => Shared.Value;

    /// <summary>The names and SHA-256 digests of the data that the model was trained on.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Sources => weights.Sources;

    /// <summary>Reads a model file that the training command wrote.</summary>
    /// <exception cref="InvalidDataException">The stream holds no model, or one trained with another lexicon.</exception>
    public static ToxicityModel Read(Stream stream) => new(ToxicityModelFile.Read(stream), Lexicon.Embedded());

    /// <summary>
    /// Judges a text. A long one is read in pieces of about 1,600 characters, and again in passages of a few sentences, and judged by the worst; time grows linearly, memory does not.
    /// A text without any word (empty, blank, signs only) has probability 0 of both.
    /// </summary>
    public ToxicityProbabilities Predict(ReadOnlySpan<char> text)
    {
        if (!windows.TryTake(out var window))
        {
            window = new TextWindow();
        }

        try
        {
            return Predict(text, window);
        }
        finally
        {
            windows.Add(window);
        }
    }

    private ToxicityProbabilities Predict(ReadOnlySpan<char> text, TextWindow window)
    {
        Array.Clear(window.LanguageVotes);
        var (hate, any, _) = Worst(text, window, TextWindow.Capacity);
        if (Passages.Has(text.Length))
        {
            var (worstHate, worstAny, count) = Worst(text, window, Passages.Length);
            hate = Passages.Combine(0, hate, worstHate, count);
            any = Passages.Combine(1, any, worstAny, count);
        }

        var language = LanguageVote.Winner(window);
        var hateful = Calibrate(hate, language, 0);
        return new ToxicityProbabilities(hateful, ToxicityProbabilities.AnyOf(hateful, Calibrate(any, language, 1)), language);
    }

    private (float Hate, float Any, int Count) Worst(ReadOnlySpan<char> text, TextWindow window, int limit)
    {
        var (hate, any, count) = (float.NegativeInfinity, float.NegativeInfinity, 0);
        var position = 0;
        while (WindowReader.Read(text, ref position, window, limit))
        {
            count++;
            extractor.Extract(window);
            if (window.HasWords)
            {
                var (first, second) = LinearScore.Of(weights, window.Features.AsSpan(0, window.FeatureCount));
                hate = Math.Max(hate, first);
                any = Math.Max(any, second);
            }
        }

        return (hate, any, count);
    }

    private double Calibrate(float score, ToxicityLanguage language, int head)
    {
        if (float.IsNegativeInfinity(score))
        {
            return 0;
        }

        var at = ToxicityWeights.CalibrationIndex((int)language, head);
        return 1 / (1 + Math.Exp(-(weights.Calibration[at] * score + weights.Calibration[at + 1])));
    }

    private static ToxicityModel ReadEmbedded()
    {
        using var stream = typeof(ToxicityModel).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The resource {ResourceName} is not embedded.");
        return Read(stream);
    }
}
