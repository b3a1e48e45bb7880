namespace Assay.Readability;

/// <summary>
/// Formulas made for Spanish, equal to textstat 0.7.11 without rounding. All are 0 for the empty text and whenever a factor is 0, and
/// unbounded on both sides.
/// </summary>
public static class SpanishFormulas
{
    /// <summary>Fernández Huerta (1959), 206.84 − 60 · syllables per word − 1.02 · words per sentence: higher is easier, most texts 0 to 100.</summary>
    public static double FernandezHuerta(ReadabilityText text)
    {
        double length = text.Counts.WordsPerSentence, syllables = text.Counts.SyllablesPerWord;
        return length == 0 || syllables == 0 ? 0 : 206.84 - 60 * syllables - 1.02 * length;
    }

    /// <summary>Szigriszt Pazos (1993), base − 62.3 · syllables per word − words per sentence: higher is easier; the base is the language's.</summary>
    public static double SzigrisztPazos(ReadabilityText text) =>
        text.Counts.Words == 0 || text.Counts.Sentences == 0 ? 0
        : text.Language.Ease.Base - 62.3 * text.Counts.SyllablesPerWord - text.Counts.WordsPerSentence;

    /// <summary>Gutiérrez de Polini (1972), 95.2 − 9.7 · letters per word − 0.35 · words per sentence: higher is easier.</summary>
    public static double GutierrezPolini(ReadabilityText text)
    {
        double letters = text.LettersPerWord, length = text.Counts.WordsPerSentence;
        return letters == 0 || length == 0 ? 0 : 95.2 - 9.7 * letters - 0.35 * length;
    }

    /// <summary>Crawford (1984), −0.205 · sentences per 100 words + 0.049 · syllables per 100 words − 3.407: years of school.</summary>
    public static double Crawford(ReadabilityText text)
    {
        double sentences = 100 * text.SentencesPerWord, syllables = 100 * text.Counts.SyllablesPerWord;
        return sentences == 0 || syllables == 0 ? 0 : -0.205 * sentences + 0.049 * syllables - 3.407;
    }
}
