using System.Runtime.CompilerServices;
using Assay.LoggedModels;
using Assay.Tracking;

namespace Assay.Import.Stores;

/// <summary>An experiment of a store.</summary>
internal sealed class StoreExperiment(IAssayStore store, Experiment experiment) : IExperimentSource
{
    /// <summary>Runs come with all that was logged to them, so a page is small.</summary>
    private const int RunsOfPage = 100;

    /// <summary>By run, the logged models that it measured something on: ids only, however much that was.</summary>
    private readonly Dictionary<string, List<string>> _measured = new(StringComparer.Ordinal);

    public Experiment Experiment => experiment;

    public async IAsyncEnumerable<SourceLoggedModel> LoggedModelsAsync(ImportLedger ledger, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new LoggedModelQuery { ExperimentIds = [experiment.ExperimentId] };
        do
        {
            var page = await PageAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var model in page.Items)
            {
                Remember(model);
                yield return new SourceLoggedModel(model, new StoreArtifacts(store.Artifacts, model.ArtifactUri));
            }

            query = query with { PageToken = page.NextPageToken };
        }
        while (!string.IsNullOrEmpty(query.PageToken));
    }

    public async IAsyncEnumerable<IRunSource> RunsAsync(ImportLedger ledger, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new RunQuery { ExperimentIds = [experiment.ExperimentId], View = ViewType.All, MaxResults = RunsOfPage };
        do
        {
            var page = await store.Tracking.SearchRunsAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var run in page.Items)
            {
                yield return new StoreRun(store, run, experiment.Name, _measured.GetValueOrDefault(run.RunId) ?? []);
            }

            query = query with { PageToken = page.NextPageToken };
        }
        while (!string.IsNullOrEmpty(query.PageToken));
    }

    private void Remember(LoggedModel model)
    {
        foreach (var run in model.Metrics.Select(measure => measure.RunId).Distinct())
        {
            if (!_measured.TryGetValue(run, out var models))
            {
                _measured[run] = models = [];
            }

            models.Add(model.ModelId);
        }
    }

    private async Task<Page<LoggedModel>> PageAsync(LoggedModelQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return await store.LoggedModels.SearchAsync(query, cancellationToken).ConfigureAwait(false);
        }
        catch (AssayException absent) when (absent.Code is ErrorCode.NotImplemented or ErrorCode.ResourceDoesNotExist)
        {
            // A server from before logged models has none, and no such path.
            return new Page<LoggedModel>([], null);
        }
    }
}
