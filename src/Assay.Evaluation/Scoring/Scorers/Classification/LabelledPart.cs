namespace Assay.Scoring.Scorers.Classification;

/// <summary>What a row adds to the figures of classes.</summary>
/// <param name="Truth">The label of the reference.</param>
/// <param name="Predicted">The label of the answer; <see cref="NoLabel"/> for one without that counts as wrong.</param>
/// <param name="Probabilities">How probable each label was said to be; null when nothing was said.</param>
internal sealed record LabelledPart(string Truth, string Predicted, LabelProbabilities? Probabilities = null)
{
    public const string NoLabel = "(no label)";
}
