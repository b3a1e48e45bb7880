using Assay.Tracking;
using Assay.Web.Evaluations;
using Assay.Web.Visits;

namespace Assay.Web.Runs;

/// <summary>The run that an address names, with its experiment.</summary>
/// <param name="Run">The run with all that was logged.</param>
/// <param name="Experiment">Its experiment.</param>
/// <param name="HasEvaluation">Whether there are rows of an evaluation to show.</param>
public sealed record RunVisit(Run Run, Experiment Experiment, bool HasEvaluation)
{
    /// <summary>The run's id in the address.</summary>
    public static string IdOf(Visit visit) => (string)visit.Context.Request.RouteValues["run_id"]!;

    /// <summary>Reads it. Throws when there is no such run.</summary>
    public static async Task<RunVisit> ReadAsync(Visit visit, CancellationToken cancellationToken)
    {
        var run = await visit.Store.Tracking.GetRunAsync(IdOf(visit), cancellationToken).ConfigureAwait(false);
        var experiment = await visit.Store.Tracking.GetExperimentAsync(run.ExperimentId, cancellationToken).ConfigureAwait(false);
        // What other programs evaluate is known by its rows.
        var hasEvaluation = RunSummary.IsExpected(run) || LoggedTable.IsSaid(run)
            || (await EvaluatedRows.CountAsync(visit.Store, run.RunId, cancellationToken).ConfigureAwait(false)).Total > 0;
        return new RunVisit(run, experiment, hasEvaluation);
    }
}
