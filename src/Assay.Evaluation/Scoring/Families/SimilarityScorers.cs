namespace Assay.Scoring.Families;

/// <summary>Similarity of embeddings.</summary>
internal static class SimilarityScorers
{
    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
    };
}
