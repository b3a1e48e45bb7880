namespace Assay.Scoring;

/// <summary>One figure that a scorer logs for a run.</summary>
/// <param name="Key">The metric key, as MLflow has it: <c>toxicity/v1/p90</c>, <c>exact_match/v1</c>, <c>latency/mean</c>.</param>
/// <param name="Kind">How it is computed.</param>
public sealed record AggregateDefinition(string Key, AggregateKind Kind)
{
    /// <summary>Which way the figure is better, where that is not the scores' own way; null where it is.</summary>
    public ScoreDirection? Direction { get; init; }
}
