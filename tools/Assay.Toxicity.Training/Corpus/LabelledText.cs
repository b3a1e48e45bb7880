namespace Assay.Toxicity.Training.Corpus;

/// <summary>A text with what is known of it. A weight of 0 means that the label is not known.</summary>
internal sealed record LabelledText
{
    public required string Text { get; init; }

    public required string Source { get; init; }

    public required ToxicityLanguage Language { get; init; }

    public bool Hate { get; init; }

    public float HateWeight { get; init; }

    public bool Any { get; init; }

    public float AnyWeight { get; init; }

    /// <summary>Texts of one key (versions of one comment, sentences of one template) are held out together.</summary>
    public required string FoldKey { get; init; }

    public bool IsGenerated => Source.StartsWith("generated", StringComparison.Ordinal);

    /// <summary>Which fifth the text belongs to: a property of its key alone.</summary>
    public int Fold => (int)(WordHash.Join(WordHash.Of(FoldKey), 5) >> 33) % 5;
}
