using Assay.Results;
using Assay.Tracking;

namespace Assay.Web.Home;

/// <summary>A run among the newest.</summary>
/// <param name="Run">The run, without what it logged.</param>
/// <param name="Experiment">Its experiment's name.</param>
/// <param name="Summary">What it found; null when it is no evaluation that has ended, or was not looked at.</param>
/// <param name="Metric">One of its metrics, where there is no summary; null for none.</param>
public sealed record RecentRun(Run Run, string Experiment, EvaluationSummary? Summary, Metric? Metric)
{
    /// <summary>The scorer whose figure stands for the run: the first that found one.</summary>
    public ScorerSummary? Main => Summary?.Scorers.FirstOrDefault(scorer => scorer.Aggregates.Count > 0);

    /// <summary>Gates that did not hold.</summary>
    public IReadOnlyList<GateOutcome> FailedGates => [.. Summary?.Gates.Where(gate => !gate.Passed) ?? []];

    /// <summary>Rows without an answer.</summary>
    public long FailedRows => Summary?.Rows.Failed ?? 0;

    /// <summary>Rows that have an answer, but no score of some scorer: of the one that left most without.</summary>
    public long UnscoredRows => Math.Max(0, (Summary?.Scorers.Max(scorer => (long?)scorer.NotScored.Sum(reason => reason.Rows)) ?? 0) - FailedRows);

    /// <summary>Whether somebody should look.</summary>
    public bool IsTroubled => FailedGates.Count > 0 || FailedRows > 0 || UnscoredRows > 0;
}
