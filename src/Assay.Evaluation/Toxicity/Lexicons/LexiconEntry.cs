namespace Assay.Toxicity;

/// <summary>A word, a phrase (words with single spaces) or a prefix (ending in <c>*</c>), folded, with its classes and its language.</summary>
internal readonly record struct LexiconEntry(string Text, ulong Classes);
