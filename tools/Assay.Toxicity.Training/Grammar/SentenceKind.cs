namespace Assay.Toxicity.Training.Grammar;

/// <summary>A kind of generated sentence: its labels, where they are known, and how often it is made beside the others.</summary>
internal sealed record SentenceKind(string Name, bool? Hate, bool? Any, double Weight);
