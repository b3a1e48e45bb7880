using Assay.LoggedModels;
using Assay.Storage.Search;
using Assay.Storage.Tracking;

namespace Assay.Storage.LoggedModels;

internal sealed partial class SqlLoggedModelStore
{
    private const int MostModels = 1000;

    public Task<Page<LoggedModel>> SearchAsync(LoggedModelQuery query, CancellationToken cancellationToken = default)
    {
        SearchRules.CheckMaxResults(query.MaxResults, MostModels);
        var request = LoggedModelSearch.Of(query);
        return database.ReadAsync(
            async (session, cancel) =>
            {
                var page = await SearchSql.PageAsync(session, request, cancel).ConfigureAwait(false);
                var models = await LoggedModelTable.ListAsync(session, page.Keys, cancel).ConfigureAwait(false);
                return new Page<LoggedModel>(await FillAsync(session, models, cancel).ConfigureAwait(false), page.NextPageToken);
            },
            cancellationToken);
    }
}
