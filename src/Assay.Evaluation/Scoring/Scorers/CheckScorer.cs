namespace Assay.Scoring.Scorers;

/// <summary>A scorer that is a function of the sample: it passes, fails or measures, and says why.</summary>
internal sealed class CheckScorer(ScorerDescription description, Func<Sample, Score> check) : IScorer
{
    public ScorerDescription Description { get; } = description;

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default) => new(check(sample));

    /// <summary>A check of the output's text that passes or fails.</summary>
    public static CheckScorer OfText(string name, string summary, Func<string, Score> check) =>
        new(PassFail(name, summary), sample => sample.Output.IsText ? check(sample.Output.Text!) : Score.None(MissingOutput.Reason(sample)));

    /// <summary>The same against the references, of which there is at least one.</summary>
    public static CheckScorer OfReferences(ScorerDescription description, Func<string, IReadOnlyList<string>, Score> check) =>
        new(description with { NeedsReference = true }, sample =>
        {
            if (sample.Output.IsNull) return Score.None(MissingOutput.Reason(sample));
            if (sample.Reference.IsNull) return Score.None("there is no reference");
            var references = References.Of(sample.Reference);
            return references.Count == 0 ? Score.None("the list of references is empty") : check(sample.Output.Text!, references);
        });

    /// <summary>1 or 0; the share of passes is logged as <c>NAME/v1</c>, as MLflow does for its own check.</summary>
    public static ScorerDescription PassFail(string name, string summary) => new()
    {
        Name = name,
        Summary = summary,
        Kind = ScoreKind.PassFail,
        Direction = ScoreDirection.Higher,
        Aggregates = [new AggregateDefinition($"{name}/v1", AggregateKind.Mean)],
        TableColumn = MetricKeys.Column(name),
    };

    /// <summary>A number; mean, variance and 90th percentile are logged.</summary>
    public static ScorerDescription Measure(string name, string summary, ScoreKind kind, ScoreDirection direction, string? unit = null) => new()
    {
        Name = name,
        Summary = summary,
        Kind = kind,
        Direction = direction,
        Unit = unit,
        Aggregates = MetricKeys.Versioned(name),
        TableColumn = MetricKeys.Column(name),
    };

    public static Score Pass() => new(1);

    public static Score Fail(string reason) => new(0, reason);
}
