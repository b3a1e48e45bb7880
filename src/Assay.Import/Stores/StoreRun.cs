using System.Runtime.CompilerServices;
using Assay.Tracking;

namespace Assay.Import.Stores;

/// <summary>A run of a store, with the logged models that it measured something on.</summary>
internal sealed class StoreRun(IAssayStore store, Run run, string experiment, IReadOnlyList<string> models) : IRunSource
{
    private const int PointsOfPage = 10_000;

    public string Name => $"run {run.RunId} of experiment '{experiment}'";

    public Task<SourceRun> ReadAsync(PartLog parts, CancellationToken cancellationToken) =>
        Task.FromResult(new SourceRun(run, RunFingerprint.Of(run)));

    public async IAsyncEnumerable<Metric> PointsAsync(PartLog parts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var key in run.Metrics.Select(metric => metric.Key).Distinct())
        {
            string? token = null;
            do
            {
                var page = await store.Tracking.GetMetricHistoryAsync(run.RunId, key, PointsOfPage, token, cancellationToken).ConfigureAwait(false);
                foreach (var point in page.Items)
                {
                    yield return point;
                }

                token = page.NextPageToken;
            }
            while (!string.IsNullOrEmpty(token));
        }

        foreach (var id in models)
        {
            var model = await store.LoggedModels.GetAsync(id, cancellationToken).ConfigureAwait(false);
            foreach (var (_, point) in model.Metrics.Where(measure => measure.RunId == run.RunId))
            {
                yield return point with { ModelId = id };
            }
        }
    }

    public IArtifactTree Artifacts(PartLog parts) => new StoreArtifacts(store.Artifacts, run.ArtifactUri);
}
