using Assay.Readability;

namespace Assay.Scoring.Scorers;

/// <summary>The formulas and counts of textstat, each under its name there; the first two under MLflow's too.</summary>
internal static class ReadabilityFigures
{
    private const string Grade = "grade";

    /// <summary>The formulas that have no parameters of their own.</summary>
    public static IReadOnlyList<ReadabilityFigure> Formulas { get; } =
    [
        Formula("flesch_kincaid_grade_level", "Flesch-Kincaid grade level: years of school that the text asks for.", Grade, FleschKincaid),
        Formula("flesch_kincaid_grade", "Flesch-Kincaid grade level: years of school that the text asks for.", Grade, FleschKincaid),
        Formula("ari_grade_level", "Automated readability index: years of school that the text asks for.", Grade, Ari),
        Formula("automated_readability_index", "Automated readability index: years of school that the text asks for.", Grade, Ari),
        Formula("flesch_reading_ease", "Flesch's reading ease: most texts 0 to 100, higher is easier.", null, LengthFormulas.FleschReadingEase),
        Formula("coleman_liau_index", "Coleman-Liau index: years of school, from letters and sentences.", Grade, LengthFormulas.ColemanLiau),
        Formula("smog_index", "SMOG: years of school, from words of three syllables or more.", Grade, LengthFormulas.Smog),
        Lookup("gunning_fog", "Gunning's fog index: years of school, from long sentences and hard words.", DifficultWordFormulas.GunningFog),
        Lookup("dale_chall_readability_score", "Dale-Chall: from words that are not in a list of easy ones.", DifficultWordFormulas.DaleChall),
        Lookup("dale_chall_readability_score_v2", "Dale-Chall in textstat's second form.", DifficultWordFormulas.DaleChallV2),
        Lookup("spache_readability", "Spache: years of school, for texts of the first four.", DifficultWordFormulas.Spache),
        Lookup("text_standard", "The school grade that most formulas agree on.", TextStandard.Of),
        Formula("lix", "LIX: words per sentence and per cent of long words; 20 very easy, 60 very hard.", null, LengthFormulas.Lix),
        Formula("rix", "RIX: long words per sentence.", null, LengthFormulas.Rix),
        Formula("mcalpine_eflaw", "McAlpine's EFLAW: up to 20 is easy for learners of English.", null, LengthFormulas.McAlpineEflaw),
        Formula("fernandez_huerta", "Fernández Huerta's reading ease, for Spanish: higher is easier.", null, SpanishFormulas.FernandezHuerta),
        Formula("szigriszt_pazos", "Szigriszt Pazos's reading ease, for Spanish: higher is easier.", null, SpanishFormulas.SzigrisztPazos),
        Formula("gutierrez_polini", "Gutiérrez de Polini's comprehensibility, for Spanish: higher is easier.", null, SpanishFormulas.GutierrezPolini),
        Formula("crawford", "Crawford: years of school, for Spanish.", Grade, SpanishFormulas.Crawford),
        Formula("gulpease_index", "GULPEASE, made for Italian: 0 to 100, higher is easier.", null, LengthFormulas.Gulpease),
    ];

    /// <summary>The counts that have no parameters of their own, and the time to read.</summary>
    public static IReadOnlyList<ReadabilityFigure> Counts { get; } =
    [
        new("reading_time", "Seconds to read the text at 14.69 ms a character.", "s", LengthFormulas.ReadingTime),
        new("sentence_count", "Sentences of more than two words; at least one.", "sentences", text => text.Counts.Sentences),
        new("syllable_count", "Syllables of the text.", "syllables", text => text.Counts.Syllables),
        new("letter_count", "Letters, digits and underscores of the text.", "letters", text => text.Words.Letters),
        new("monosyllabcount", "Words of one syllable.", "words", text => text.Words.Monosyllables),
        new("polysyllabcount", "Words of three syllables or more.", "words", text => text.Words.Polysyllables),
        new("miniword_count", "Words of three letters or fewer.", "words", text => text.Words.ShortWords),
        new("long_word_count", "Words of seven letters or more.", "words", text => text.Words.LongWords),
    ];

    public static ReadabilityFigure LinsearWrite(bool wholeText) => Formula(
        "linsear_write_formula", "Linsear Write: years of school, from words of three syllables or more.", Grade, text => LengthFormulas.LinsearWrite(text, wholeText));

    public static ReadabilityFigure Wiener(int variant) => Formula(
        "wiener_sachtextformel", $"Wiener Sachtextformel {variant}, made for German: years of school.", Grade,
        text => LengthFormulas.WienerSachtextformel(text, variant));

    public static ReadabilityFigure Characters(bool withSpaces) => withSpaces
        ? new("char_count", "Characters of the text, white space included.", "characters", text => text.Words.AllCharacters)
        : new("char_count", "Characters of the text, white space apart.", "characters", text => text.Counts.Characters);

    public static ReadabilityFigure Words(bool withMarks, bool splitContractions, bool splitHyphens) => new(
        "lexicon_count", "Words of the text.", "words",
        withMarks ? text => text.Counts.Tokens
        : splitContractions ? text => text.Words.WordsWithoutContractions
        : splitHyphens ? text => text.Words.WordsWithoutHyphens
        : text => text.Counts.Words);

    public static ReadabilityFigure Difficult(bool unique, int threshold) => Lookup(
        "difficult_words", $"Words that are not in a list of easy ones{(threshold == 0 ? "" : $" and have {threshold} syllables or more")}.",
        unique ? text => text.Words.DistinctDifficult
        : threshold == 0 ? text => text.Words.NotEasy
        : threshold == 3 ? text => text.Words.VeryDifficult
        : text => text.Words.Difficult) with { Unit = "words" };

    private static double FleschKincaid(ReadabilityText text) => ReadabilityFormulas.FleschKincaidGrade(text.Counts);

    private static double Ari(ReadabilityText text) => ReadabilityFormulas.AutomatedReadabilityIndex(text.Counts);

    private static ReadabilityFigure Formula(string name, string summary, string? unit, Func<ReadabilityText, double> of) =>
        new(name, summary, unit, of) { IsOfLanguage = true };

    private static ReadabilityFigure Lookup(string name, string summary, Func<ReadabilityText, double> of) =>
        new(name, summary, "grade", of) { IsOfLanguage = true, LooksUpWords = true };
}
