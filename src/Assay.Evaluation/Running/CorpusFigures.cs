using Assay.Results;
using Assay.Scoring;
using Assay.Statistics;

namespace Assay.Running;

/// <summary>
/// The figures of all rows together, by their definitions; one that has no meaning for these rows is left out. Their intervals are by the
/// bootstrap over rows, a row's repeats kept together, or over groups of rows.
/// </summary>
internal static class CorpusFigures
{
    public const string Undefined = "it is not defined for these rows";

    public static (Dictionary<AggregateDefinition, AggregateResult> Figures, ICorpus Corpus) Of(
        ICorpusScorer scorer, int[] rows, IReadOnlyList<object> parts, RunContext context)
    {
        var definitions = scorer.Description.Aggregates.Where(aggregate => aggregate.Kind == AggregateKind.Corpus).ToList();
        var corpus = scorer.Gather(parts);
        var figures = corpus.Compute([.. Enumerable.Range(0, parts.Count)]);
        var intervals = Intervals(corpus, figures, rows, context);
        var results = new Dictionary<AggregateDefinition, AggregateResult>();
        for (var i = 0; i < definitions.Count; i++)
        {
            if (figures[i] is { } value)
            {
                
                // What has no better side is a count or a sum of these very rows: nothing is estimated by it.
                var describes = scorer.Description.DirectionOf(definitions[i].Key) == ScoreDirection.None;
                var estimate = double.IsNaN(value) ? IntervalEstimate.None(Undefined) : describes ? null : intervals[i];
                results.Add(definitions[i], new AggregateResult(
                    definitions[i].Key, AggregateKind.Corpus, value, estimate?.Interval, estimate?.Reason, estimate?.Method));
            }
        }

        return (results, corpus);
    }

    private static IReadOnlyList<IntervalEstimate?> Intervals(ICorpus corpus, IReadOnlyList<double?> figures, int[] rows, RunContext context)
    {
        var groups = context.Groups?.Of(rows);
        return IntervalLimits.WhyTooFew(rows.Distinct().Count(), groups) is { } why
            ? [.. figures.Select(_ => IntervalEstimate.None(why))]
            : ResampledIntervals.Of(groups ?? new RowGroups(rows), groups is not null, figures, corpus.Compute, context.Intervals);
    }
}
