using Assay.Scoring.Scorers;

namespace Assay.Scoring.Families;

/// <summary>Checks of an answer: equality, patterns, formats, lengths, and what is composed of other scorers.</summary>
internal static class CheckScorers
{
    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
        ["exact_match"] = ExactMatch,
    };

    private static ExactMatchScorer ExactMatch(ScorerParameters given) => new(given.Name, new ExactMatchOptions
    {
        IgnoreCase = given.Flag("ignore_case"),
        IgnorePunctuation = given.Flag("ignore_punctuation"),
        IgnoreNumbers = given.Flag("ignore_numbers"),
    });
}
