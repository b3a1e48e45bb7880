using Assay.Overlap;

namespace Assay.Scoring.Scorers;

/// <summary>SQuAD's F1 or exact match of an output, the best of several references.</summary>
internal sealed class SquadScorer(string name, bool isF1, SquadVersion version) : IScorer
{
    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = isF1
            ? "Words shared with the reference once punctuation, articles and case are gone: SQuAD's F1."
            : "1 when the output equals the reference once punctuation, articles and case are gone, else 0: SQuAD's exact match.",
        Kind = isF1 ? ScoreKind.UnitInterval : ScoreKind.PassFail,
        Direction = ScoreDirection.Higher,
        Aggregates = isF1 ? MetricKeys.Versioned(name) : [new AggregateDefinition($"{name}/v1", AggregateKind.Mean)],
        TableColumn = MetricKeys.Column(name),
        NeedsReference = true,
    };

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default)
    {
        if (!sample.Output.IsText) return new(Score.None(MissingOutput.Reason(sample)));
        if (sample.Reference.IsNull) return new(Score.None("there is no reference"));
        var references = References.Of(sample.Reference);
        var output = sample.Output.Text!;
        return new(references.Count == 0 ? Score.None("the list of references is empty")
            : isF1 ? Squad.F1(output, references, version)
            : Squad.ExactMatch(output, references, version));
    }
}
