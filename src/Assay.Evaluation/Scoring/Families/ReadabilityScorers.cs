using System.Globalization;
using Assay.Readability;
using Assay.Scoring.Scorers;

namespace Assay.Scoring.Families;

/// <summary>Readability formulas.</summary>
internal static class ReadabilityScorers
{
    private static readonly string[] Languages = ["en", "en_US", "es", "es_ES", "fr", "fr_FR", "pt", "pt_BR"];
    private static readonly string[] Variants = ["1", "2", "3", "4"];

    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = ReadabilityFigures.Formulas.Concat(ReadabilityFigures.Counts)
        .Select(figure => new KeyValuePair<string, Func<ScorerParameters, IScorer>>(figure.Name, given => Create(given, figure)))
        .Append(new("linsear_write_formula", given => Create(given, ReadabilityFigures.LinsearWrite(wholeText: !On(given, "strict_upper")))))
        .Append(new("wiener_sachtextformel", given => Create(given, ReadabilityFigures.Wiener(Number(given.OneOf("variant", Variants))))))
        .Append(new("char_count", given => Create(given, ReadabilityFigures.Characters(withSpaces: !On(given, "ignore_spaces")))))
        .Append(new("lexicon_count", Words))
        .Append(new("difficult_words", Difficult))
        .ToDictionary();

    private static ReadabilityScorer Words(ScorerParameters given)
    {
        bool contractions = given.Flag("split_contractions"), hyphens = given.Flag("split_hyphens"), marks = !On(given, "removepunct");
        return (contractions ? 1 : 0) + (hyphens ? 1 : 0) + (marks ? 1 : 0) > 1
            ? throw new BadInputException($"--scorer {given.Name}: split_contractions, split_hyphens and removepunct=false do not go together; give one of them")
            : Create(given, ReadabilityFigures.Words(marks, contractions, hyphens));
    }

    private static ReadabilityScorer Difficult(ScorerParameters given)
    {
        var unique = On(given, "unique");
        var threshold = Number(given.OneOf("threshold", ["2", "0", "3"]));
        return unique && threshold != 2
            ? throw new BadInputException($"--scorer {given.Name}: threshold={threshold} goes with unique=false only")
            : Create(given, ReadabilityFigures.Difficult(unique, threshold));
    }

    private static ReadabilityScorer Create(ScorerParameters given, ReadabilityFigure figure)
    {
        var code = given.OneOf("lang", Languages)[..2];
        return new ReadabilityScorer(given.Name, figure, ReadabilityLanguage.All.Single(language => language.Code == code), Round(given));
    }

    private static int? Round(ScorerParameters given) => given.Text("round") is not { } text ? null
        : text is [>= '0' and <= '9'] ? Number(text)
        : throw new BadInputException($"--scorer {given.Name}: round={text} is no number of decimals from 0 to 9");

    private static bool On(ScorerParameters given, string parameter) => given.OneOf(parameter, ["true", "false"]) == "true";

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
