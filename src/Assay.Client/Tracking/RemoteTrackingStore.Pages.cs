using Assay.Tracking;

namespace Assay.Client.Tracking;

/// <summary>What pages ask for and MLflow's protocol has no call for.</summary>
internal sealed partial class RemoteTrackingStore
{
    private const int ExperimentsAtOnce = 1000;

    private readonly RunKeyScan _keys = new(TimeProvider.System);

    public Task<long?> CountRunsAsync(RunQuery query, CancellationToken cancellationToken = default) => Task.FromResult<long?>(null);

    public Task<Page<string>> SearchRunKeysAsync(RunKeyQuery query, CancellationToken cancellationToken = default) =>
        _keys.SearchAsync(this, query, cancellationToken);

    public Task<IReadOnlyList<MetricEnvelope>> GetMetricEnvelopesAsync(MetricEnvelopeQuery query, CancellationToken cancellationToken = default) =>
        MetricColumnScan.ReadAsync(this, query, cancellationToken);

    /// <summary>The experiments that may have such runs: the protocol searches in experiments that are named.</summary>
    private async Task<List<string>> AllExperimentsAsync(ViewType runs, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        var query = new ExperimentQuery { View = runs == ViewType.ActiveOnly ? ViewType.ActiveOnly : ViewType.All, MaxResults = ExperimentsAtOnce };
        do
        {
            var page = await SearchExperimentsAsync(query, cancellationToken).ConfigureAwait(false);
            ids.AddRange(page.Items.Select(experiment => experiment.ExperimentId));
            query = query with { PageToken = page.NextPageToken };
        }
        while (query.PageToken is not null);

        return ids;
    }
}
