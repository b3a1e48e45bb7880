using Assay.Tracking;

namespace Assay.Import.Copying;

/// <summary>
/// Copies one run, in an order that may end anywhere: the run is made together with the note of its origin; then come its parts, each of
/// which may be written again without harm; then its end; last the note that it is whole. Without that note a later import goes through all of it again.
/// </summary>
/// <param name="target">Where it is copied to.</param>
/// <param name="experimentId">The target's experiment.</param>
/// <param name="source">The experiment at the source.</param>
/// <param name="origin">Where the source is, for the note.</param>
/// <param name="options">What is copied.</param>
/// <param name="ledger">Counts.</param>
internal sealed class RunCopy(
    IAssayStore target, string experimentId, Experiment source, string origin, ImportOptions options, ImportLedger ledger)
{
    /// <summary>So many runs in a row that fail because a server or a store is away mean that it is.</summary>
    private const int MostUnavailable = 3;

    private int _unavailable;

    private ITrackingStore Tracking => target.Tracking;

    public async Task CopyAsync(IRunSource original, CancellationToken cancellationToken)
    {
        try
        {
            await TryCopyAsync(original, cancellationToken).ConfigureAwait(false);
            Interlocked.Exchange(ref _unavailable, 0);
        }
        catch (DamagedException damage)
        {
            ledger.Skipped(ImportKind.Run, original.Name, damage.Message);
        }
        catch (Exception fault) when (Faults.IsOfOneThing(fault) || (Faults.IsUnavailable(fault) && Interlocked.Increment(ref _unavailable) < MostUnavailable))
        {
            ledger.Failed(ImportKind.Run, original.Name, fault.Message);
        }
    }

    private async Task TryCopyAsync(IRunSource original, CancellationToken cancellationToken)
    {
        var parts = new PartLog(ledger, original.Name);
        var (run, fingerprint) = await original.ReadAsync(parts, cancellationToken).ConfigureAwait(false);
        var there = await FindAsync(run.RunId, cancellationToken).ConfigureAwait(false);
        if (there is not null && !RunMarker.IsImported(there))
        {
            throw new AssayException(ErrorCode.ResourceAlreadyExists, "a run of that id is here already and was not imported; it is left as it is");
        }

        // A run that was deleted here since stays deleted; an import deletes one only as its last step.
        if (there is { LifecycleStage: LifecycleStage.Deleted })
        {
            ledger.AlreadyThere(ImportKind.Run);
            return;
        }

        var whole = there is not null && RunMarker.IsComplete(there, fingerprint);
        if (options.DryRun)
        {
            ledger.Done(ImportKind.Run, there is not null, changed: !whole);
            return;
        }

        var copy = there ?? await CreateAsync(run, cancellationToken).ConfigureAwait(false);
        if (!whole)
        {
            await FillAsync(original, run, parts, cancellationToken).ConfigureAwait(false);
        }

        var filesCopied = options.Artifacts && original.Artifacts(parts) is { } files
            && await new ArtifactCopy(files, target.Artifacts, copy.ArtifactUri, parts, ledger).RunAsync(cancellationToken).ConfigureAwait(false);
        if (!whole)
        {
            await EndAsync(run, parts.IsWhole ? fingerprint : null, cancellationToken).ConfigureAwait(false);
        }

        // The runs of a deleted experiment are deleted with it, so that they can be restored with it.
        if (run.LifecycleStage == LifecycleStage.Deleted && source.LifecycleStage == LifecycleStage.Active)
        {
            await Tracking.SetRunStageAsync(run.RunId, LifecycleStage.Deleted, cancellationToken).ConfigureAwait(false);
        }

        ledger.Done(ImportKind.Run, there is not null, changed: !whole || filesCopied);
    }

    private async Task<Run?> FindAsync(string runId, CancellationToken cancellationToken)
    {
        try
        {
            return await Tracking.GetRunAsync(runId, cancellationToken).ConfigureAwait(false);
        }
        catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
        {
            return null;
        }
    }

    private async Task<Run> CreateAsync(Run run, CancellationToken cancellationToken)
    {
        var created = await Tracking.CreateRunAsync(
            new NewRun(experimentId, NameOf(run), run.UserId, run.StartTime, [new Tag(RunMarker.Source, origin)]) { RunId = run.RunId },
            cancellationToken).ConfigureAwait(false);
        return created.RunId == run.RunId
            ? created
            : throw new BadInputException($"{target.Location} gives runs ids of its own, so runs cannot be moved there; import into a store's file or database");
    }

    private async Task FillAsync(IRunSource original, Run run, PartLog parts, CancellationToken cancellationToken)
    {
        var batches = new BatchCopy(Tracking, run.RunId, parts, ledger);
        await batches.ParamsAsync(run.Params, cancellationToken).ConfigureAwait(false);
        await batches.TagsAsync(RunMarker.OwnTags(run).Where(tag => tag.Key != "mlflow.runName"), cancellationToken).ConfigureAwait(false);
        await batches.PointsAsync(original.PointsAsync(parts, cancellationToken), cancellationToken).ConfigureAwait(false);
        foreach (var input in run.Inputs)
        {
            await TryAsync(parts, $"data set '{input.Dataset.Name}'", () => Tracking.LogInputsAsync(run.RunId, [input], cancellationToken)).ConfigureAwait(false);
        }

        foreach (var id in run.ModelInputs)
        {
            await TryAsync(parts, $"model input '{id}'", () => Tracking.LogModelInputsAsync(run.RunId, [id], cancellationToken)).ConfigureAwait(false);
        }

        foreach (var output in run.ModelOutputs)
        {
            await TryAsync(parts, $"model output '{output.ModelId}'", () => Tracking.LogModelOutputsAsync(run.RunId, [output], cancellationToken))
                .ConfigureAwait(false);
        }
    }

    /// <summary>Writes how the run ended, and the fingerprint when it is whole: one that is not is gone through again, and named again, each time.</summary>
    private async Task EndAsync(Run run, string? fingerprint, CancellationToken cancellationToken)
    {
        await Tracking.UpdateRunAsync(run.RunId, new RunUpdate(run.Status, run.EndTime, NameOf(run)), cancellationToken).ConfigureAwait(false);
        if (fingerprint is not null)
        {
            await Tracking.LogBatchAsync(run.RunId, new RunBatch { Tags = [new Tag(RunMarker.Complete, fingerprint)] }, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task TryAsync(PartLog parts, string part, Func<Task> write)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (AssayException refused) when (Faults.IsOfOneThing(refused))
        {
            parts.LeaveOut(part, refused.Message);
        }
    }

    /// <summary>A run without a name, as old ones are, is called by the beginning of its id: the store would make up another name each time.</summary>
    private static string NameOf(Run run) => run.RunName.Length > 0 ? run.RunName : run.RunId[..Math.Min(8, run.RunId.Length)];
}
