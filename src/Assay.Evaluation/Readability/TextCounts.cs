namespace Assay.Readability;

/// <summary>
/// What one pass over a text counts for the readability formulas, as textstat 0.7.11 counts it. All are 0 for the empty text.
/// </summary>
/// <param name="Characters">Code points that are not white space (<c>char_count</c>).</param>
/// <param name="Tokens">Runs without white space, punctuation alone included (<c>lexicon_count(removepunct=False)</c>).</param>
/// <param name="Words">Runs with at least one letter or digit (<c>lexicon_count</c>).</param>
/// <param name="Syllables">Syllables of the words (<c>syllable_count</c>).</param>
/// <param name="Sentences">Sentences of more than two words; at least 1 unless the text is empty (<c>sentence_count</c>).</param>
public readonly record struct TextCounts(int Characters, int Tokens, int Words, int Syllables, int Sentences)
{
    /// <summary>Words over sentences; 0 without sentences.</summary>
    public double WordsPerSentence => Sentences == 0 ? 0 : (double)Words / Sentences;

    /// <summary>Syllables over words; 0 without words.</summary>
    public double SyllablesPerWord => Words == 0 ? 0 : (double)Syllables / Words;

    /// <summary>Characters over tokens, punctuation alone included on both sides; 0 without tokens.</summary>
    public double CharactersPerToken => Tokens == 0 ? 0 : (double)Characters / Tokens;
}
