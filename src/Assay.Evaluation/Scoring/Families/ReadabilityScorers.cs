using Assay.Scoring.Scorers;

namespace Assay.Scoring.Families;

/// <summary>Readability formulas.</summary>
internal static class ReadabilityScorers
{
    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
        ["ari_grade_level"] = given => ReadabilityScorer.Ari(given.Name),
        ["flesch_kincaid_grade_level"] = given => ReadabilityScorer.FleschKincaid(given.Name),
    };
}
