using Assay.Regression;

namespace Assay.Scoring.Scorers.Regression;

/// <summary>How far the answer's number is from the reference's, row by row; over all rows the figures of numbers.</summary>
internal sealed class RegressionScorer(
    string name, string summary, NumberReader numbers, Func<NumberPair, double> error, IReadOnlyList<NumberFigure> figures) : ICorpusScorer
{
    public ScorerDescription Description { get; } = new()
    {
        Name = name,
        Summary = summary,
        Kind = ScoreKind.Unbounded,
        Direction = ScoreDirection.Lower,
        Aggregates = [.. figures.Select(figure => figure.Aggregate)],
        TableColumn = MetricKeys.Column(name),
        NeedsReference = true,
    };

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default) => new(Of(sample));

    public ICorpus Gather(IReadOnlyList<object> parts) => new NumberCorpus(parts, [.. figures.Where(figure => figure.Formula is not null)]);

    private Score Of(Sample sample)
    {
        if (sample.Output.IsNull) return Score.None(MissingOutput.Reason(sample));
        if (sample.Reference.IsNull) return Score.None("there is no reference");
        if (NumberReader.Parse(sample.Reference.Text!) is not { } truth) return Score.None("the reference is no number");
        var (predicted, reason) = numbers.Read(sample.Output);
        if (predicted is null) return Score.None(reason!);
        var pair = new NumberPair(truth, predicted.Value);
        return new Score(error(pair)) { Part = pair };
    }
}
