using Assay.Tracking;

namespace Assay.Storage.Tracking;

internal sealed partial class SqlTrackingStore
{
    public Task<IReadOnlyList<DatasetSummary>> SearchDatasetsAsync(
        IReadOnlyList<string> experimentIds, CancellationToken cancellationToken = default) => database.ReadAsync(
        async (session, cancel) =>
        {
            IReadOnlyList<DatasetSummary> found = await DatasetSearch.FindAsync(session, [.. experimentIds.Select(ExperimentTable.Key)], cancel)
                .ConfigureAwait(false);
            return found;
        },
        cancellationToken);
}
