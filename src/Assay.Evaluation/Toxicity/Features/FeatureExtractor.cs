namespace Assay.Toxicity;

/// <summary>From a window of text to the hashed features of the linear model, in three groups: word classes, words, letters.</summary>
internal sealed class FeatureExtractor(WordLookup lookup)
{
    /// <summary>How many buckets there are, as a power of two.</summary>
    public const int BucketBits = 20;

    /// <summary>Groups of features, each damped by its own count.</summary>
    public const int Groups = 3;

    private readonly TokenRepair repair = new(lookup);
    private readonly WordSenses senses = new(lookup.Lexicon);
    private readonly PhraseMerging phrases = new(lookup.Lexicon);

    /// <summary>Fills the window's features from its folded characters.</summary>
    public void Extract(TextWindow window)
    {
        Tokenizer.Tokenize(window);
        repair.Repair(window);
        LanguageVote.Count(window);
        senses.Choose(window);
        phrases.Merge(window);
        ClassFeatures.Add(window);
        WordFeatures.Add(window);
        LetterFeatures.Add(window);
    }

    /// <summary>A feature as the model sees it: its bucket, and its group above the bucket's bits.</summary>
    public static int Encode(int group, ulong feature) => group << BucketBits | WordHash.Bucket(feature, BucketBits);
}
