namespace Assay;

/// <summary>A token that a model wrote or read, and how probable it found it.</summary>
/// <param name="Text">The token's text; where it is a part of a character, as the service shows it.</param>
/// <param name="LogProbability">Natural logarithm of its probability given all before it, 0 or less; null for the first of a text, which has none.</param>
/// <param name="Bytes">Its length in bytes of UTF-8; null when the service does not say.</param>
public readonly record struct TokenProbability(string Text, double? LogProbability, int? Bytes = null);
