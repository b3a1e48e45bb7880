using Assay.Import.Copying;
using Assay.Naming;

namespace Assay.Import;

/// <summary>
/// Copies what was tracked elsewhere into a store. It may be ended at any time and run again: what is whole is not copied twice, what is not is
/// gone on with, and what has changed at the source is brought up to date. Nothing is taken away from the target.
/// </summary>
/// <param name="source">Where from.</param>
/// <param name="target">Where to.</param>
/// <param name="options">What, and how.</param>
public sealed class Importer(IImportSource source, IAssayStore target, ImportOptions options)
{
    /// <summary>Imports and tells what became of it. What cannot be copied is in the report.</summary>
    /// <exception cref="BadInputException">An experiment that was asked for is not there, or the target cannot take runs with their ids.</exception>
    /// <exception cref="AssayException">The source or the target is not available.</exception>
    public async Task<ImportReport> RunAsync(IProgress<ImportReport>? progress = null, CancellationToken cancellationToken = default)
    {
        await CheckNamesAsync(cancellationToken).ConfigureAwait(false);
        var ledger = new ImportLedger(options.TimeProvider, progress);
        var experiments = new ExperimentCopy(target, source.Location, options, ledger);
        await foreach (var experiment in source.ExperimentsAsync(ledger, cancellationToken).ConfigureAwait(false))
        {
            if (options.Experiments.Count == 0 || options.Experiments.Contains(experiment.Experiment.Name))
            {
                await experiments.CopyAsync(experiment, cancellationToken).ConfigureAwait(false);
            }
        }

        if (options.Experiments.Count == 0)
        {
            var registry = new RegistryCopy(target, options, ledger);
            await foreach (var model in source.RegisteredModelsAsync(ledger, cancellationToken).ConfigureAwait(false))
            {
                await registry.CopyAsync(model, cancellationToken).ConfigureAwait(false);
            }
        }

        ledger.Begin(null);
        return ledger.Report();
    }

    /// <summary>Refuses a name that no experiment has, before anything is copied.</summary>
    private async Task CheckNamesAsync(CancellationToken cancellationToken)
    {
        if (options.Experiments.Count == 0)
        {
            return;
        }

        var known = new List<string>();
        await foreach (var experiment in source.ExperimentsAsync(new ImportLedger(options.TimeProvider), cancellationToken).ConfigureAwait(false))
        {
            known.Add(experiment.Experiment.Name);
        }

        if (options.Experiments.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new BadInputException(
                $"{source.Location}: no experiment '{unknown}'{NameSuggestion.Ending(unknown, known)}; it has {known.Count}");
        }
    }
}
