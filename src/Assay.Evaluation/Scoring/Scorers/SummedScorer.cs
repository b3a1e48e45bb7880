using Assay.Overlap;

namespace Assay.Scoring.Scorers;

/// <summary>
/// A metric of texts against references: each row has its own figure, and the figure of the run comes from the sums of what was counted in
/// the rows, not from their figures.
/// </summary>
internal sealed class SummedScorer(ScorerDescription description, ISummedMetric metric) : ICorpusScorer
{
    public ScorerDescription Description { get; } = description;

    public ValueTask<Score> ScoreAsync(Sample sample, CancellationToken cancellationToken = default) => new(
        sample.Output.IsText ? Compare(sample.Output.Text!, References.Of(sample.Reference)) : Score.None(MissingOutput.Reason(sample)));

    public ICorpus Gather(IReadOnlyList<object> parts) => new SummedCorpus(metric, [.. parts.Cast<double[]>()]);

    private Score Compare(string text, IReadOnlyList<string> references)
    {
        if (references.Count == 0)
        {
            return Score.None("there is no reference");
        }

        var counts = new double[metric.Width];
        metric.Count(text, references, counts);
        // What the reference implementation cannot compute alone still counts among the others.
        var score = metric.OfSegment(counts);
        return (double.IsNaN(score) ? Score.None("the output or its reference has no words: of this row alone there is no score") : score) with { Part = counts };
    }
}
