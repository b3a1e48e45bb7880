namespace Assay.Scoring.Families;

/// <summary>Judgements by a model.</summary>
internal static class JudgeScorers
{
    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
    };
}
