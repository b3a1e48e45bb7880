using System.Runtime.CompilerServices;
using Assay.Registry;
using Assay.Tracking;

namespace Assay.Import.Stores;

/// <summary>Any store as a source: a file, a database, or a server that speaks MLflow's protocol.</summary>
/// <param name="store">The store; disposed with the source.</param>
public sealed class StoreSource(IAssayStore store) : IImportSource
{
    private const int PageSize = 1000;

    private const string Prompts = "tags.`mlflow.prompt.is_prompt` = 'true'";

    /// <inheritdoc/>
    public string Location => store.Location;

    /// <inheritdoc/>
    public async IAsyncEnumerable<IExperimentSource> ExperimentsAsync(
        ImportLedger ledger, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new ExperimentQuery { View = ViewType.All, MaxResults = PageSize };
        do
        {
            var page = await store.Tracking.SearchExperimentsAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var experiment in page.Items)
            {
                yield return new StoreExperiment(store, experiment);
            }

            query = query with { PageToken = page.NextPageToken };
        }
        while (!string.IsNullOrEmpty(query.PageToken));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceRegisteredModel> RegisteredModelsAsync(
        ImportLedger ledger, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A search without a filter leaves prompts out.
        foreach (var filter in (string?[])[null, Prompts])
        {
            var query = new RegisteredModelQuery { Filter = filter };
            do
            {
                var page = await PageAsync(query, cancellationToken).ConfigureAwait(false);
                foreach (var model in page.Items)
                {
                    yield return new SourceRegisteredModel(model, VersionsAsync(model, cancellationToken));
                }

                query = query with { PageToken = page.NextPageToken };
            }
            while (!string.IsNullOrEmpty(query.PageToken));
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => store.DisposeAsync();

    private async Task<Page<RegisteredModel>> PageAsync(RegisteredModelQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return await store.Registry.SearchModelsAsync(query, cancellationToken).ConfigureAwait(false);
        }
        catch (AssayException absent) when (absent.Code is ErrorCode.NotImplemented or ErrorCode.ResourceDoesNotExist)
        {
            // A server without a registry has nothing registered, and no such path.
            return new Page<RegisteredModel>([], null);
        }
    }

    /// <summary>Asked for by number, up to the latest of any stage: every server answers that, whatever it makes of names in a filter.</summary>
    private async IAsyncEnumerable<ModelVersion> VersionsAsync(RegisteredModel model, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var latest = model.LatestVersions.Select(version => version.Version).DefaultIfEmpty(0).Max();
        for (var number = 1; number <= latest; number++)
        {
            ModelVersion version;
            try
            {
                version = await store.Registry.GetVersionAsync(model.Name, number, cancellationToken).ConfigureAwait(false);
            }
            catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
            {
                // Deleted at the source.
                continue;
            }

            yield return version;
        }
    }
}
