namespace Assay.Import;

/// <summary>
/// A place to copy from. What it cannot read it names in the ledger and passes over; only what ends the whole import (the folder or the
/// server is gone) is thrown.
/// </summary>
public interface IImportSource : IAsyncDisposable
{
    /// <summary>Where it is, for people: a folder, a file's path or a URL without secrets.</summary>
    string Location { get; }

    /// <summary>The experiments, deleted ones too, each name once.</summary>
    IAsyncEnumerable<IExperimentSource> ExperimentsAsync(ImportLedger ledger, CancellationToken cancellationToken);

    /// <summary>The registered models, prompts too.</summary>
    IAsyncEnumerable<SourceRegisteredModel> RegisteredModelsAsync(ImportLedger ledger, CancellationToken cancellationToken);
}
