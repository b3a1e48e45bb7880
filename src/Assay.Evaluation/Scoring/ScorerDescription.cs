using Assay.Judges;

namespace Assay.Scoring;

/// <summary>What a scorer is: its name, what its numbers mean, and what is logged of them.</summary>
public sealed record ScorerDescription
{
    /// <summary>Unique in an evaluation: <c>toxicity</c>, <c>token_count_gpt2</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it measures, in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The kind of number.</summary>
    public required ScoreKind Kind { get; init; }

    /// <summary>Which way is better.</summary>
    public required ScoreDirection Direction { get; init; }

    /// <summary>The unit, such as <c>s</c> or <c>tokens</c>; null when it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>
    /// The least and the greatest score that there can be, such as 1 and 5; null when there is no such scale. Pass or fail and the unit interval
    /// need not say theirs.
    /// </summary>
    public Statistics.Interval? Scale { get; init; }

    /// <summary>Where <see cref="AggregateKind.Ratio"/> begins to count.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>The figures of a run; empty for none.</summary>
    public required IReadOnlyList<AggregateDefinition> Aggregates { get; init; }

    /// <summary>
    /// The column of MLflow's results table: <c>toxicity/v1/score</c>, or the bare name for <c>token_count</c> and <c>latency</c>; null for
    /// none.
    /// </summary>
    public string? TableColumn { get; init; }

    /// <summary>Whether it compares with a reference: every row without one goes unscored, with that reason.</summary>
    public bool NeedsReference { get; init; }

    /// <summary>Whether it is about a model's call, so that recorded predictions have no score of it.</summary>
    public bool NeedsModelCall { get; init; }

    /// <summary>Whether it looks at the log probabilities of an answer's tokens, so that the model is asked for them.</summary>
    public bool NeedsTokens { get; init; }

    /// <summary>
    /// Whether a reason beside a value warns the reader (and is counted for the whole run), rather than explaining the value.
    /// </summary>
    public bool ReasonsAreWarnings { get; init; }

    /// <summary>The judge, when a model gives the scores; null for scorers that compute.</summary>
    public JudgeIdentity? Judge { get; init; }

    /// <summary>
    /// Whether it asks a service, as every judge does: several rows wait for it at a time, and a score that it could not give is asked for
    /// again when the evaluation is taken up.
    /// </summary>
    public bool AsksService
    {
        get => field || Judge is not null;
        init;
    }

    /// <summary>
    /// Comes with a set: left out, not reported as unscored, where the evaluation has nothing for it (no model is called).
    /// </summary>
    public bool Optional { get; init; }

    /// <summary>Which way a figure of the run is better: the scores' own way, unless the figure says otherwise. How much scores vary has no better side.</summary>
    public ScoreDirection DirectionOf(string key) => Aggregates.FirstOrDefault(aggregate => aggregate.Key == key) switch
    {
        { Direction: { } own } => own,
        { Kind: AggregateKind.Variance } => ScoreDirection.None,
        _ => Direction,
    };
}
