using Assay.Classification;
using Assay.Results;
using Assay.Scoring;

namespace Assay.Running;

/// <summary>From the scores of a run to its figures.</summary>
internal static class ScorerSummaries
{
    public static ScorerSummary Of(IScorer scorer, ScoreSlots slots, RunContext context)
    {
        var description = scorer.Description;
        var column = new ScoreColumn(description, slots, context);
        var (partRows, parts) = slots.Parts();
        var (figures, corpus) = scorer is ICorpusScorer whole && parts.Length > 0 ? CorpusFigures.Of(whole, partRows, parts, context) : ([], null);
        return new ScorerSummary
        {
            Scorer = description,
            Specification = ScorerCatalog.SpecificationOf(scorer),
            Scored = parts.Length == 0 ? column.Rows.Length : column.Rows.Union(partRows).Count(),
            NotScored = slots.Reasons,
            Remarks = description.ReasonsAreWarnings ? slots.Remarks : [],
            Aggregates =
            [
                .. description.Aggregates.Select(aggregate => aggregate.Kind == AggregateKind.Corpus
                    ? figures.GetValueOrDefault(aggregate) : column.Figure(aggregate)).OfType<AggregateResult>(),
            ],
            Warnings = (corpus as ICorpusRemarks)?.Remarks ?? [],
            Confusion = (corpus as IConfusionCorpus)?.Confusion,
            Repeats = RepeatAnalysis.Of(slots, column.Rows, context.Ids),
            Histogram = Histograms.Of(column.Scores, description.Kind),
        };
    }
}
