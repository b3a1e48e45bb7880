using Assay.Toxicity.Training.Corpus;

namespace Assay.Toxicity.Training.Learning;

/// <summary>From labelled texts to weights: vocabulary, features, held-out scores, calibration of each language and head, the final model.</summary>
internal sealed class TrainingRun
{
    private const int LeastCount = 3;

    private TrainingRun(IReadOnlyList<Example> examples, (float Hate, float Any)[] heldOut, ToxicityWeights weights)
    {
        Examples = examples;
        HeldOut = heldOut;
        Weights = weights;
    }

    public IReadOnlyList<Example> Examples { get; }

    /// <summary>For each example the scores of a model that did not see its fifth.</summary>
    public IReadOnlyList<(float Hate, float Any)> HeldOut { get; }

    public ToxicityWeights Weights { get; }

    public static TrainingRun Of(
        IReadOnlyList<LabelledText> texts, TrainingOptions options, IReadOnlyList<KeyValuePair<string, string>> sources, CancellationToken cancellation)
    {
        var lexicon = Lexicon.Embedded();
        var count = new VocabularyCount();
        foreach (var text in texts.Where(text => !text.IsGenerated))
        {
            count.Add(text.Text, text.Language);
        }

        var vocabulary = new Vocabulary(count.Keep(LeastCount));
        var examples = new FeatureSet(lexicon, vocabulary).Of(texts);
        var heldOut = CrossValidation.HeldOutScores(examples, options, cancellation);
        var model = new LogisticTrainer(options).Train(examples);
        var (quantised, steps) = model.Quantise();
        var weights = new ToxicityWeights
        {
            Quantised = quantised, Steps = steps, Biases = model.Biases, Gains = options.Gains, Vocabulary = vocabulary.Entries,
            Calibration = Calibrate(examples, heldOut), LexiconDigest = lexicon.Digest, Sources = sources,
        };
        return new TrainingRun(examples, heldOut, weights);
    }

    private static float[] Calibrate(IReadOnlyList<Example> examples, (float Hate, float Any)[] heldOut)
    {
        var calibration = new float[4 * ToxicityWeights.Heads * 2];
        for (var language = 0; language < 4; language++)
        {
            var mine = Enumerable.Range(0, examples.Count).Where(i => (int)examples[i].Origin.Language == language).ToArray();
            var hate = mine.Select(i => (heldOut[i].Hate, examples[i].Origin.Hate, examples[i].Origin.HateWeight)).Where(one => one.HateWeight > 0);
            var any = mine.Select(i => (heldOut[i].Any, examples[i].Origin.Any, examples[i].Origin.AnyWeight)).Where(one => one.AnyWeight > 0);
            var at = ToxicityWeights.CalibrationIndex(language, 0);
            (calibration[at], calibration[at + 1]) = Calibration.Fit([.. hate]);
            (calibration[at + 2], calibration[at + 3]) = Calibration.Fit([.. any]);
        }

        return calibration;
    }
}
