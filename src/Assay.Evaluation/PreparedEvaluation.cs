using Assay.Results;
using Assay.Running;
using Assay.Tracking;

namespace Assay;

/// <summary>
/// An evaluation whose data were read once and found good, so that a store need be opened only for one that can run. Made by
/// <see cref="Evaluation.PrepareAsync"/>; to be run once.
/// </summary>
public sealed class PreparedEvaluation
{
    private readonly Evaluation _evaluation;
    private readonly EvaluationPlan _plan;

    internal PreparedEvaluation(Evaluation evaluation, EvaluationPlan plan) => (_evaluation, _plan) = (evaluation, plan);

    /// <summary>How many rows there are.</summary>
    public long Rows => _plan.Profile.Rows;

    /// <summary>Runs it and logs it, as <see cref="Evaluation.RunAsync"/> does.</summary>
    /// <exception cref="Models.ModelException">The service refused the key, or no call connects; the run is kept as failed.</exception>
    public Task<EvaluationSummary> RunAsync(
        IAssayStore store, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Runner(store, progress).RunAsync(resume: null, cancellationToken);

    /// <summary>Takes up a run that ended early, as <see cref="Evaluation.ResumeAsync"/> does.</summary>
    /// <param name="store">The store that has the run.</param>
    /// <param name="runId">The run, or <c>last</c> for the latest evaluation of the experiment.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Stops it; what is done is kept.</param>
    public Task<EvaluationSummary> ResumeAsync(
        IAssayStore store, string runId, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Runner(store, progress).RunAsync(runId, cancellationToken);

    /// <summary>The same evaluation with more notes on its run.</summary>
    internal PreparedEvaluation With(IEnumerable<Tag> tags) => new(_evaluation with { Tags = [.. _evaluation.Tags, .. tags] }, _plan);

    private EvaluationRunner Runner(IAssayStore store, IProgress<EvaluationProgress>? progress) =>
        new(_evaluation, _plan, store, progress, TimeProvider.System);
}
