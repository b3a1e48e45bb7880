using Assay.Tracking;

namespace Assay.Storage.Tracking;

internal sealed partial class SqlTrackingStore
{
    public Task<IReadOnlyList<RunMetric>> GetSampledHistoryAsync(SampledHistoryQuery query, CancellationToken cancellationToken = default) =>
        throw new AssayException(ErrorCode.NotImplemented, "Not yet.");
}
