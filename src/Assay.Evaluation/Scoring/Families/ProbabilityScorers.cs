namespace Assay.Scoring.Families;

/// <summary>Perplexity of a text, and how sure a model was of its answer.</summary>
internal static class ProbabilityScorers
{
    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
    };
}
