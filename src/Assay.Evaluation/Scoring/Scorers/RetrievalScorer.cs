using Assay.Retrieval;

namespace Assay.Scoring.Scorers;

/// <summary>How good the first k documents of a search are, against a list of the relevant ones.</summary>
internal sealed class RetrievalScorer(
    string name, string summary, int k, Func<IReadOnlyList<string>, IReadOnlySet<string>, int, double> figure) : IScorer
{
    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = summary,
        Kind = ScoreKind.UnitInterval,
        Direction = ScoreDirection.Higher,
        Aggregates = MetricKeys.Bare(name),
        TableColumn = $"{name}/score",
        NeedsReference = true,
    };

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default) => new(
        sample.Output.IsNull ? Score.None(MissingOutput.Reason(sample))
        : sample.Reference.IsNull ? Score.None("there is no reference")
        : DocumentIds.Read(sample.Output) is not { } retrieved ? Score.None("the output is no JSON list of document ids")
        : DocumentIds.Read(sample.Reference) is not { } relevant ? Score.None("the reference is no JSON list of document ids")
        : figure(retrieved, relevant.ToHashSet(StringComparer.Ordinal), k));
}
