namespace Assay.Readability;

/// <summary>
/// Formulas that look words up in a list of easy ones, equal to textstat 0.7.11 without rounding: years of school, higher is harder. All are 0
/// for a text without words.
/// </summary>
public static class DifficultWordFormulas
{
    /// <summary>Dale and Chall (1948): 0.1579 · % of words that are not easy + 0.0496 · words per sentence, and 3.6365 more above 5 %.</summary>
    public static double DaleChall(ReadabilityText text)
    {
        if (text.Counts.Words == 0) return 0;
        var difficult = text.Percent(text.Words.NotEasy);
        return 0.1579 * difficult + 0.0496 * text.Counts.WordsPerSentence + (difficult > 5 ? 3.6365 : 0);
    }

    /// <summary>textstat's other version: words of one syllable count as easy, and 3.6365 comes on top above a score of 0.05.</summary>
    public static double DaleChallV2(ReadabilityText text)
    {
        if (text.Counts.Words == 0) return 0;
        var raw = 0.1579 * text.Percent(text.Words.Difficult) + 0.0496 * text.Counts.WordsPerSentence;
        return raw > 0.05 ? raw + 3.6365 : raw;
    }

    /// <summary>Spache (1953): 0.141 · words per sentence + 0.086 · % of difficult words + 0.839.</summary>
    public static double Spache(ReadabilityText text) =>
        text.Counts.Words == 0 ? 0 : 0.141 * text.Counts.WordsPerSentence + 0.086 * text.Percent(text.Words.Difficult) + 0.839;

    /// <summary>
    /// Gunning's fog index (1952): 0.4 · (words per sentence + % of difficult words with three syllables or more); NaN where the reference has no
    /// number of syllables for the language.
    /// </summary>
    public static double GunningFog(ReadabilityText text) =>
        text.Language.FogSyllables is null ? double.NaN
        : text.Counts.Words == 0 ? 0
        : 0.4 * (text.Counts.WordsPerSentence + text.Percent(text.Words.VeryDifficult));
}
