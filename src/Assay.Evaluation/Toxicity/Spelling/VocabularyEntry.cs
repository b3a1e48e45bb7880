namespace Assay.Toxicity;

/// <summary>A word of the vocabulary.</summary>
/// <param name="Key">Its folded hash.</param>
/// <param name="Rarity">0 (very common) to 15 (rare): about half the binary logarithm of how rare it is.</param>
/// <param name="Languages">A bit for each <see cref="ToxicityLanguage"/> it is common in.</param>
internal readonly record struct VocabularyEntry(uint Key, byte Rarity, byte Languages);
