using Assay.Tracking;

namespace Assay.Import.Copying;

/// <summary>Copies an experiment: it is found or made by its name, then come its logged models and its runs, several at a time.</summary>
internal sealed class ExperimentCopy(IAssayStore target, string origin, ImportOptions options, ImportLedger ledger)
{
    public async Task CopyAsync(IExperimentSource source, CancellationToken cancellationToken)
    {
        var experiment = source.Experiment;
        ledger.Begin(experiment.Name);
        string id;
        try
        {
            id = await PlaceAsync(experiment, cancellationToken).ConfigureAwait(false);
        }
        catch (AssayException fault) when (Faults.IsOfOneThing(fault))
        {
            ledger.Failed(ImportKind.Experiment, $"experiment '{experiment.Name}' with its runs", fault.Message);
            return;
        }

        var models = new LoggedModelCopy(target, id, options, ledger);
        await foreach (var model in source.LoggedModelsAsync(ledger, cancellationToken).ConfigureAwait(false))
        {
            await models.CopyAsync(model, cancellationToken).ConfigureAwait(false);
        }

        var runs = new RunCopy(target, id, experiment, origin, options, ledger);
        await Parallel.ForEachAsync(
            source.RunsAsync(ledger, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken },
            async (run, cancel) => await runs.CopyAsync(run, cancel).ConfigureAwait(false)).ConfigureAwait(false);
        await DeleteAsync(experiment, id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The id of the target's experiment of that name, which is made when there is none.</summary>
    private async Task<string> PlaceAsync(Experiment experiment, CancellationToken cancellationToken)
    {
        var there = await target.Tracking.FindExperimentAsync(experiment.Name, cancellationToken).ConfigureAwait(false);
        if (there is null)
        {
            var id = options.DryRun ? "" : (await CreateAsync(experiment, cancellationToken).ConfigureAwait(false)).ExperimentId;
            ledger.Copied(ImportKind.Experiment);
            return id;
        }

        if (there.LifecycleStage == LifecycleStage.Deleted && experiment.LifecycleStage == LifecycleStage.Active)
        {
            throw new AssayException(ErrorCode.InvalidState, $"the experiment of that name, {there.ExperimentId}, is deleted here; restore or rename it and import again");
        }

        // Another's notes on an experiment of the same name, such as Default, stay as they are.
        var missing = there.LifecycleStage == LifecycleStage.Deleted
            ? []
            : experiment.Tags.Where(tag => there.Tags.All(known => known.Key != tag.Key)).ToList();
        foreach (var tag in options.DryRun ? [] : missing)
        {
            await target.Tracking.SetExperimentTagAsync(there.ExperimentId, tag, cancellationToken).ConfigureAwait(false);
        }

        ledger.Done(ImportKind.Experiment, wasThere: true, changed: missing.Count > 0);
        return there.ExperimentId;
    }

    private Task<Experiment> CreateAsync(Experiment experiment, CancellationToken cancellationToken) => target.Tracking.CreateExperimentAsync(
        new NewExperiment(experiment.Name, Tags: experiment.Tags) { CreationTime = experiment.CreationTime > 0 ? experiment.CreationTime : null },
        cancellationToken);

    /// <summary>Deletes what is deleted at the source, as the last step: nothing can be written to it then.</summary>
    private async Task DeleteAsync(Experiment experiment, string id, CancellationToken cancellationToken)
    {
        if (experiment.LifecycleStage == LifecycleStage.Active || options.DryRun)
        {
            return;
        }

        var there = await target.Tracking.GetExperimentAsync(id, cancellationToken).ConfigureAwait(false);
        if (there.LifecycleStage == LifecycleStage.Active)
        {
            await target.Tracking.SetExperimentStageAsync(id, LifecycleStage.Deleted, cancellationToken).ConfigureAwait(false);
        }
    }
}
