namespace Assay.Toxicity.Training.Learning;

/// <summary>A training text as features, with its labels and weights.</summary>
internal sealed record Example(int[] Features, Corpus.LabelledText Origin);
