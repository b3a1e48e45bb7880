namespace Assay.Scoring.Families;

/// <summary>Retrieval at k.</summary>
internal static class RetrievalScorers
{
    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
    };
}
