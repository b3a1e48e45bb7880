using Assay.Results;
using Assay.Scoring;
using Assay.Statistics;

namespace Assay.Running;

/// <summary>From the scores of a run to its figures.</summary>
internal static class ScorerSummaries
{
    public static ScorerSummary Of(ScorerDescription scorer, ScoreSlots slots)
    {
        var scores = slots.Scored();
        var sorted = scores.AsSpan().ToArray();
        Array.Sort(sorted);
        return new ScorerSummary
        {
            Scorer = scorer,
            Scored = scores.Length,
            NotScored = slots.Reasons,
            Remarks = scorer.ReasonsAreWarnings ? slots.Remarks : [],
            Aggregates = scores.Length == 0 ? [] : [.. scorer.Aggregates.Where(aggregate => aggregate.Kind != AggregateKind.Corpus).Select(aggregate => Of(scorer, aggregate, scores, sorted))],
            Histogram = Histograms.Of(scores, scorer.Kind),
        };
    }

    private static AggregateResult Of(ScorerDescription scorer, AggregateDefinition aggregate, double[] scores, double[] sorted)
    {
        var value = aggregate.Kind switch
        {
            AggregateKind.Mean => Aggregates.Mean(scores),
            AggregateKind.Variance => Aggregates.Variance(scores),
            AggregateKind.P90 => Aggregates.Percentile(sorted, 90),
            AggregateKind.Median => Aggregates.Percentile(sorted, 50),
            AggregateKind.Minimum => sorted[0],
            AggregateKind.Maximum => sorted[^1],
            AggregateKind.Ratio => Aggregates.RatioAtLeast(scores, scorer.Threshold),
            _ => throw new ArgumentOutOfRangeException(nameof(aggregate)),
        };
        var isShare = aggregate.Kind == AggregateKind.Ratio || (aggregate.Kind == AggregateKind.Mean && scorer.Kind == ScoreKind.PassFail);
        var estimate = isShare ? ConfidenceIntervals.Proportion(scores.Count(score => score >= scorer.Threshold), scores.Length)
            : aggregate.Kind == AggregateKind.Mean ? ConfidenceIntervals.Mean(scores)
            : null;
        return new AggregateResult(aggregate.Key, aggregate.Kind, value!.Value, estimate?.Interval, estimate?.Reason);
    }
}
