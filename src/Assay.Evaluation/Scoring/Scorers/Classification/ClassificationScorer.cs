namespace Assay.Scoring.Scorers.Classification;

/// <summary>
/// Whether the answer's label is that of the reference, row by row; over all rows the figures of classes. An answer without a label has no
/// score.
/// </summary>
internal sealed class ClassificationScorer(
    string name, string summary, LabelSource labels, string? positive, ProbabilitySource? probabilities, string? meanKey, IReadOnlyList<CorpusFigure> figures)
    : ICorpusScorer
{
    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = summary,
        Kind = ScoreKind.PassFail,
        Direction = ScoreDirection.Higher,
        Aggregates = [.. meanKey is null ? [] : new[] { new AggregateDefinition(meanKey, AggregateKind.Mean) }, .. figures.Select(figure => figure.Aggregate)],
        // The rows of all these scorers say the same, right or wrong: one column of it, the accuracy's, is enough.
        TableColumn = figures.Count == 0 ? MetricKeys.Column(name) : null,
        NeedsReference = true,
        ReasonsAreWarnings = true,
    };

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default)
    {
        var (truth, predicted, reason) = labels.Read(sample);
        if (truth is null || predicted is null) return new(Score.None(reason!));
        var said = probabilities?.Read(sample).Probabilities;
        return new(new Score(truth == predicted ? 1 : 0, reason) { Part = new LabelledPart(truth, predicted, said) });
    }

    public ICorpus Gather(IReadOnlyList<object> parts) =>
        new LabelCorpus(LabelColumns.Of([.. parts.Cast<LabelledPart>()], labels.Names, positive), figures);
}
