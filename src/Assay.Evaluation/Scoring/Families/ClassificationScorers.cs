namespace Assay.Scoring.Families;

/// <summary>Classification and regression, against a label or a number.</summary>
internal static class ClassificationScorers
{
    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
    };
}
