namespace Assay.Scoring.Scorers;

/// <summary>Seconds from the call to its answer, retries included.</summary>
internal sealed class LatencyScorer(string name, bool optional) : IScorer
{
    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = "Seconds from the call to its answer, retries included.",
        Kind = ScoreKind.Unbounded,
        Direction = ScoreDirection.Lower,
        Unit = "s",
        Aggregates = MetricKeys.Bare(name),
        TableColumn = name,
        NeedsModelCall = true,
        Optional = optional,
    };

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default) =>
        new(sample.LatencySeconds is { } seconds ? seconds : Score.None("no model was called"));
}
