namespace Assay.Scoring.Scorers;

/// <summary>A scorer that is a function of the user's own. Logged as <c>NAME/v1/{mean,variance,p90}</c>.</summary>
internal sealed class FunctionScorer(
    string name, ScoreKind kind, ScoreDirection direction, Func<Sample, CancellationToken, ValueTask<Score>> score) : IScorer
{
    public ScorerDescription Description { get; } = new()
    {
        Name = MetricKeys.Clean(name),
        Summary = $"{name}, a scorer of the user's own.",
        Kind = kind,
        Direction = direction,
        Aggregates = MetricKeys.Versioned(MetricKeys.Clean(name)),
        TableColumn = MetricKeys.Column(MetricKeys.Clean(name)),
    };

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default) => score(sample, cancellationToken);
}
