using Assay.Storage.Search;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>What tables of runs ask for: how many there are, and what they could have columns of.</summary>
internal sealed partial class SqlTrackingStore
{
    private const int MostKeys = 10_000;
    private readonly KnownRunKeys _knownKeys = new();

    public Task<long?> CountRunsAsync(RunQuery query, CancellationToken cancellationToken = default)
    {
        var request = RunSearch.Of(query);
        return database.ReadAsync<long?>(
            async (session, cancel) => await SearchSql.CountAsync(session, request, RunQuery.MostCounted + 1, cancel).ConfigureAwait(false), cancellationToken);
    }

    public Task<Page<string>> SearchRunKeysAsync(RunKeyQuery query, CancellationToken cancellationToken = default)
    {
        SearchRules.CheckMaxResults(query.MaxResults, MostKeys);
        var purpose = $"keys {query.Kind} {string.Join(',', query.ExperimentIds)}\n{query.Contains}";
        var after = PageToken.Decode(query.PageToken, purpose, 1)?.Text(0);
        return database.ReadAsync(
            async (session, cancel) =>
            {
                var keys = await RunKeyTable.ListAsync(session, query, after, cancel).ConfigureAwait(false);
                return Cut(keys, query.MaxResults, last => PageToken.Encode(purpose, last));
            },
            cancellationToken);
    }
}
