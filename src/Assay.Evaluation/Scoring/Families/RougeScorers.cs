namespace Assay.Scoring.Families;

/// <summary>ROUGE and SQuAD: overlap with references, as summaries and question answering have it.</summary>
internal static class RougeScorers
{
    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
    };
}
