using Assay.Results;
using Assay.Scoring;
using Assay.Statistics;

namespace Assay.Running;

/// <summary>From the scores of a run to its figures.</summary>
internal static class ScorerSummaries
{
    public static ScorerSummary Of(IScorer scorer, ScoreSlots slots)
    {
        var description = scorer.Description;
        var (rows, scores) = slots.Scored();
        var (partRows, parts) = slots.Parts();
        var sorted = scores.AsSpan().ToArray();
        Array.Sort(sorted);
        var corpus = scorer is ICorpusScorer whole && parts.Length > 0 ? CorpusFigures.Of(whole, parts) : [];
        return new ScorerSummary
        {
            Scorer = description,
            Scored = parts.Length == 0 ? rows.Length : rows.Union(partRows).Count(),
            NotScored = slots.Reasons,
            Remarks = description.ReasonsAreWarnings ? slots.Remarks : [],
            Aggregates =
            [
                .. description.Aggregates.Select(aggregate => aggregate.Kind == AggregateKind.Corpus ? corpus.GetValueOrDefault(aggregate)
                    : scores.Length == 0 ? null : Of(description, aggregate, scores, sorted)).OfType<AggregateResult>(),
            ],
            Histogram = Histograms.Of(scores, description.Kind),
        };
    }

    private static AggregateResult Of(ScorerDescription scorer, AggregateDefinition aggregate, double[] scores, double[] sorted)
    {
        var value = aggregate.Kind switch
        {
            AggregateKind.Mean => Aggregates.Mean(scores),
            AggregateKind.Variance => Aggregates.Variance(scores),
            AggregateKind.P90 => Aggregates.Percentile(sorted, 90),
            AggregateKind.Ratio => Aggregates.RatioAtLeast(scores, scorer.Threshold),
            AggregateKind.Median => Aggregates.Percentile(sorted, 50),
            AggregateKind.Minimum => Aggregates.Percentile(sorted, 0),
            AggregateKind.Maximum => Aggregates.Percentile(sorted, 100),
            _ => throw new ArgumentOutOfRangeException(nameof(aggregate)),
        };
        var isShare = aggregate.Kind == AggregateKind.Ratio || (aggregate.Kind == AggregateKind.Mean && scorer.Kind == ScoreKind.PassFail);
        var estimate = isShare ? ConfidenceIntervals.Proportion(scores.Count(score => score >= scorer.Threshold), scores.Length)
            : aggregate.Kind == AggregateKind.Mean ? ConfidenceIntervals.Mean(scores)
            : null;
        return new AggregateResult(aggregate.Key, aggregate.Kind, value!.Value, estimate?.Interval, estimate?.Reason, estimate?.Method);
    }
}
