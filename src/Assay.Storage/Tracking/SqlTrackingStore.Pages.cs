using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>What pages ask for beyond MLflow's calls.</summary>
internal sealed partial class SqlTrackingStore
{
    public Task<IReadOnlyList<MetricEnvelope>> GetMetricEnvelopesAsync(MetricEnvelopeQuery query, CancellationToken cancellationToken = default) =>
        MetricColumnScan.ReadAsync(this, query, cancellationToken);
}
