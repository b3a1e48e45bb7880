namespace Assay.Readability;

/// <summary>
/// School-grade formulas for English text, equal to textstat 0.7.11 without rounding. Higher is harder to read; the values are unbounded on
/// both sides (very short text goes below 0), and 0 when a factor is 0, as for the empty text.
/// </summary>
public static class ReadabilityFormulas
{
    /// <summary>
    /// Flesch-Kincaid grade: 0.39 · words per sentence + 11.8 · syllables per word − 15.59
    /// (Kincaid, Fishburne, Rogers and Chissom 1975; textstat <c>flesch_kincaid_grade</c>).
    /// </summary>
    public static double FleschKincaidGrade(in TextCounts counts)
    {
        double length = counts.WordsPerSentence, syllables = counts.SyllablesPerWord;
        return length == 0 || syllables == 0 ? 0 : 0.39 * length + 11.8 * syllables - 15.59;
    }

    /// <summary>
    /// Automated Readability Index: 4.71 · characters per word + 0.5 · words per sentence − 21.43 (Smith and Senter 1967; textstat
    /// <c>automated_readability_index</c>, which counts punctuation alone as a word in the first factor and not in the second).
    /// </summary>
    public static double AutomatedReadabilityIndex(in TextCounts counts)
    {
        double characters = counts.CharactersPerToken, length = counts.WordsPerSentence;
        return characters == 0 || length == 0 ? 0 : 4.71 * characters + 0.5 * length - 21.43;
    }
}
