using Assay.Toxicity.Training.Corpus;

namespace Assay.Toxicity.Training.Learning;

/// <summary>Turns texts into features with the same code that scores them; of a long text, its first window.</summary>
internal sealed class FeatureSet(Lexicon lexicon, Vocabulary vocabulary)
{
    private readonly FeatureExtractor extractor = new(new WordLookup(lexicon, vocabulary));
    private readonly TextWindow window = new();

    public IReadOnlyList<Example> Of(IEnumerable<LabelledText> texts)
    {
        var examples = new List<Example>();
        foreach (var text in texts)
        {
            var position = 0;
            Array.Clear(window.LanguageVotes);
            if (WindowReader.Read(text.Text, ref position, window))
            {
                extractor.Extract(window);
                examples.Add(new Example(window.Features[..window.FeatureCount], Passages.Has(text.Text.Length) ? OfPassages(text.Text) : [], text));
            }
        }

        return examples;
    }

    private List<int[]> OfPassages(string text)
    {
        var features = new List<int[]>();
        var position = 0;
        while (WindowReader.Read(text, ref position, window, Passages.Length))
        {
            extractor.Extract(window);
            features.Add(window.Features[..window.FeatureCount]);
        }

        return features;
    }
}
