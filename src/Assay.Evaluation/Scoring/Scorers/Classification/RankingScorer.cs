namespace Assay.Scoring.Scorers.Classification;

/// <summary>
/// How well the numbers given to labels put rows in order; the number of a row alone says nothing, so that its score is the number itself: that of the reference's label where the
/// labels are named, else the positive or last label's.
/// </summary>
internal sealed class RankingScorer(
    string name, string summary, LabelSource labels, string? positive, ProbabilitySource numbers, CorpusFigure figure) : ICorpusScorer
{
    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = summary,
        Kind = ScoreKind.Unbounded,
        Direction = ScoreDirection.None,
        Aggregates = [figure.Aggregate],
        TableColumn = MetricKeys.Column(name),
        NeedsReference = true,
    };

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default)
    {
        var (truth, reason) = labels.Truth(sample);
        if (truth is null) return new(Score.None(reason!));
        var (said, why) = numbers.Read(sample);
        if (said is null) return new(Score.None(why!));
        var place = said.Labels?.IndexOf(truth) ?? said.Numbers.Length - 1;
        return new(place < 0
            ? Score.None("there is no number for the reference's label")
            : new Score(said.Numbers[place]) { Part = new LabelledPart(truth, truth, said) });
    }

    public ICorpus Gather(IReadOnlyList<object> parts) =>
        new LabelCorpus(LabelColumns.Of([.. parts.Cast<LabelledPart>()], labels.Names, positive), [figure]);
}
