namespace Assay.Readability;

/// <summary>
/// Formulas of the lengths of words and sentences, equal to textstat 0.7.11 without rounding. All are 0 for the empty text.
/// </summary>
public static class LengthFormulas
{
    /// <summary>Flesch's reading ease (1948): higher is easier, most texts 0 to 100; the constants are the language's.</summary>
    public static double FleschReadingEase(ReadabilityText text)
    {
        double length = text.Counts.WordsPerSentence, syllables = text.Counts.SyllablesPerWord;
        var (start, sentence, syllable) = text.Language.Ease;
        return length == 0 || syllables == 0 ? 0 : start - sentence * length - syllable * syllables;
    }

    /// <summary>Coleman and Liau (1975): 0.058 · letters per 100 words − 0.296 · sentences per 100 words − 15.8, a school grade.</summary>
    public static double ColemanLiau(ReadabilityText text)
    {
        double letters = 100 * text.LettersPerWord, sentences = 100 * text.SentencesPerWord;
        return letters == 0 || sentences == 0 ? 0 : 0.058 * letters - 0.296 * sentences - 15.8;
    }

    /// <summary>SMOG (McLaughlin 1969): 1.043 · √(30 · words of three syllables or more / sentences) + 3.1291, a school grade.</summary>
    public static double Smog(ReadabilityText text) =>
        text.Counts.Sentences == 0 ? 0 : 1.043 * Math.Sqrt(30 * ((double)text.Words.Polysyllables / text.Counts.Sentences)) + 3.1291;

    /// <summary>
    /// Linsear Write: a point for each word of one or two syllables, three for longer ones, over sentences; halved, and one less up to 20. Of a
    /// text of more than 100 tokens the first 100 words count, unless all are asked for.
    /// </summary>
    public static double LinsearWrite(ReadabilityText text, bool wholeText = false)
    {
        if (text.Counts.Tokens == 0) return 0;
        var sample = wholeText ? text : text.FirstHundredWords();
        var hard = sample.Words.Polysyllables;
        var points = (double)(sample.Counts.Words - hard - sample.Words.Silent + 3 * hard) / sample.Counts.Sentences;
        return (points <= 20 ? points - 2 : points) / 2;
    }

    /// <summary>LIX (Björnsson 1968): words per sentence + % of words of seven letters or more; from 20, very easy, to 60, very hard.</summary>
    public static double Lix(ReadabilityText text) =>
        text.Counts.Words == 0 ? 0 : text.Counts.WordsPerSentence + text.Percent(text.Words.LongWords);

    /// <summary>RIX (Anderson 1983): words of seven letters or more per sentence.</summary>
    public static double Rix(ReadabilityText text) => text.Counts.Sentences == 0 ? 0 : (double)text.Words.LongWords / text.Counts.Sentences;

    /// <summary>McAlpine's EFLAW: words and words of three letters or fewer, per sentence; up to 20 is easy for learners of English.</summary>
    public static double McAlpineEflaw(ReadabilityText text) =>
        text.Counts.Sentences == 0 ? 0 : (double)(text.Counts.Words + text.Words.ShortWords) / text.Counts.Sentences;

    /// <summary>Seconds to read it at 14.69 ms a character (Demberg and Keller 2008).</summary>
    public static double ReadingTime(ReadabilityText text) => 14.69 * text.Counts.Characters / 1000;

    /// <summary>GULPEASE (Lucisano and Piemontese 1988), made for Italian: 300 · sentences per word − 10 · characters per word + 89; higher is easier.</summary>
    public static double Gulpease(ReadabilityText text)
    {
        double sentences = text.SentencesPerWord, characters = text.Counts.CharactersPerToken;
        return sentences == 0 || characters == 0 ? 0 : 300 * sentences - 10 * characters + 89;
    }

    /// <summary>Wiener Sachtextformel (Bamberger and Vanecek 1984), made for German: a school grade, by one of four formulas.</summary>
    /// <param name="text">The text.</param>
    /// <param name="variant">1 to 4.</param>
    public static double WienerSachtextformel(ReadabilityText text, int variant)
    {
        if (text.Counts.Words == 0) return 0;
        double hard = text.Percent(text.Words.Polysyllables), length = text.Counts.WordsPerSentence;
        double wide = text.Percent(text.Words.LongWords), plain = text.Percent(text.Words.Monosyllables);
        return variant switch
        {
            1 => 0.1935 * hard + 0.1672 * length + 0.1297 * wide - 0.0327 * plain - 0.875,
            2 => 0.2007 * hard + 0.1682 * length + 0.1373 * wide - 2.779,
            3 => 0.2963 * hard + 0.1905 * length - 1.1144,
            4 => 0.2744 * hard + 0.2656 * length - 1.693,
            _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, "variants are 1 to 4"),
        };
    }
}
