using Assay.Classification;

namespace Assay.Results;

/// <summary>
/// Whether a summary that was read is one that could have been written. Anybody who may log to a run may store a file of that name, and what shows
/// summaries should not have to expect that a list ends early or holds nothing.
/// </summary>
internal static class SummaryCheck
{
    public static bool IsSound(EvaluationSummary summary) =>
        All(summary.Settings, setting => setting.Key is not null && setting.Value is not null)
        && All(summary.Scorers, IsSound)
        && summary.Scorers.Select(of => of.Scorer.Name).Distinct(StringComparer.Ordinal).Count() == summary.Scorers.Count
        && All(summary.Gates, gate => gate.Gate is not null)
        && All(summary.Warnings, _ => true);

    private static bool IsSound(ScorerSummary of) =>
        All(of.Scorer.Aggregates, figure => figure.Key is not null)
        && All(of.NotScored, reason => reason.Reason is not null)
        && All(of.Remarks, reason => reason.Reason is not null)
        && All(of.Warnings, _ => true)
        && All(of.Aggregates, figure => figure.Key is not null)
        && All(of.Repeats?.FlakyRows ?? [], _ => true)
        && of.Histogram is null or { Counts: { Count: > 0 } }
        && (of.Confusion is null || IsSound(of.Confusion));

    private static bool IsSound(ConfusionMatrix matrix) =>
        All(matrix.Labels, _ => true)
        && All(matrix.Counts, row => row.Count == matrix.Labels.Count)
        && matrix.Counts.Count == matrix.Labels.Count
        && All(matrix.Figures, figure => figure.Label is not null);

    private static bool All<T>(IReadOnlyList<T> items, Func<T, bool> isSound) => items.All(item => item is not null && isSound(item));
}
