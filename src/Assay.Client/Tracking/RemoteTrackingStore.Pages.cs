using Assay.Tracking;

namespace Assay.Client.Tracking;

/// <summary>What pages ask for and MLflow's protocol has no call for.</summary>
internal sealed partial class RemoteTrackingStore
{
    public Task<long?> CountRunsAsync(RunQuery query, CancellationToken cancellationToken = default) => Task.FromResult<long?>(null);

    public Task<Page<string>> SearchRunKeysAsync(RunKeyQuery query, CancellationToken cancellationToken = default) =>
        RunKeyScan.SearchAsync(this, query, cancellationToken);

    public Task<IReadOnlyList<MetricEnvelope>> GetMetricEnvelopesAsync(MetricEnvelopeQuery query, CancellationToken cancellationToken = default) =>
        MetricColumnScan.ReadAsync(this, query, cancellationToken);
}
