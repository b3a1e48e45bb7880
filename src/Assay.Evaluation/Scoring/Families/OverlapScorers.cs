namespace Assay.Scoring.Families;

/// <summary>BLEU, chrF and TER: overlap with references, as translation has it.</summary>
internal static class OverlapScorers
{
    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
    };
}
