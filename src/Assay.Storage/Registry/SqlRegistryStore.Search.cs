using Assay.Registry;
using Assay.Storage.Search;
using Assay.Storage.Tracking;

namespace Assay.Storage.Registry;

internal sealed partial class SqlRegistryStore
{
    private const int MostModels = 1000;
    private const int MostVersions = 200_000;

    public Task<Page<RegisteredModel>> SearchModelsAsync(RegisteredModelQuery query, CancellationToken cancellationToken = default)
    {
        SearchRules.CheckMaxResults(query.MaxResults, MostModels);
        var request = RegistrySearch.Of(query);
        return database.ReadAsync(
            async (session, cancel) =>
            {
                var page = await SearchSql.PageAsync(session, request, cancel).ConfigureAwait(false);
                var models = await RegisteredModelTable.ListAsync(session, page.Keys, cancel).ConfigureAwait(false);
                return new Page<RegisteredModel>(await FillAsync(session, models, cancel).ConfigureAwait(false), page.NextPageToken);
            },
            cancellationToken);
    }

    /// <summary>Versions come without their aliases, as MLflow gives them here.</summary>
    public Task<Page<ModelVersion>> SearchVersionsAsync(ModelVersionQuery query, CancellationToken cancellationToken = default)
    {
        SearchRules.CheckMaxResults(query.MaxResults, MostVersions);
        var request = RegistrySearch.Of(query);
        return database.ReadAsync(
            async (session, cancel) =>
            {
                var page = await SearchSql.PageAsync(session, request, cancel).ConfigureAwait(false);
                var versions = await ModelVersionTable.ListAsync(session, page.Keys, cancel).ConfigureAwait(false);
                return new Page<ModelVersion>(await WithTagsAsync(session, versions, cancel).ConfigureAwait(false), page.NextPageToken);
            },
            cancellationToken);
    }
}
