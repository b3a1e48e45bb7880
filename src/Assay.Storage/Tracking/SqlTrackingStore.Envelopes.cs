using Assay.Storage.Tracking.Envelopes;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

internal sealed partial class SqlTrackingStore
{
    public Task<IReadOnlyList<MetricEnvelope>> GetMetricEnvelopesAsync(MetricEnvelopeQuery query, CancellationToken cancellationToken = default)
    {
        EnvelopeRules.Check(query);
        return new EnvelopeReading(database, query).ReadAsync(cancellationToken);
    }
}
