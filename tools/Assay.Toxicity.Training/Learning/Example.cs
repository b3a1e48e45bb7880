namespace Assay.Toxicity.Training.Learning;

/// <summary>A training text as features, with its labels and weights.</summary>
/// <param name="Features">Of its first window.</param>
/// <param name="PassageFeatures">Of each passage of a longer text, for judging it as the model does; not trained on.</param>
/// <param name="Origin">The text.</param>
internal sealed record Example(int[] Features, IReadOnlyList<int[]> PassageFeatures, Corpus.LabelledText Origin);
