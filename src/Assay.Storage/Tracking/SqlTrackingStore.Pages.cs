using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>What pages ask for beyond MLflow's calls.</summary>
internal sealed partial class SqlTrackingStore
{
    public Task<long?> CountRunsAsync(RunQuery query, CancellationToken cancellationToken = default) => Task.FromResult<long?>(null);

    public Task<Page<string>> SearchRunKeysAsync(RunKeyQuery query, CancellationToken cancellationToken = default) =>
        RunKeyScan.SearchAsync(this, query, cancellationToken);
}
