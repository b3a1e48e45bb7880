using Assay.Tracking;

namespace Assay.Import;

/// <summary>An experiment at the source.</summary>
public interface IExperimentSource
{
    /// <summary>The experiment, with its id at the source.</summary>
    Experiment Experiment { get; }

    /// <summary>Its logged models; asked for before its runs.</summary>
    IAsyncEnumerable<SourceLoggedModel> LoggedModelsAsync(ImportLedger ledger, CancellationToken cancellationToken);

    /// <summary>Its runs, deleted ones too, in any order.</summary>
    IAsyncEnumerable<IRunSource> RunsAsync(ImportLedger ledger, CancellationToken cancellationToken);
}
