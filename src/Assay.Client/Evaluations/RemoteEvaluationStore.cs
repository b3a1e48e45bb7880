using System.Runtime.CompilerServices;
using System.Text.Json;
using Assay.Client.Http;
using Assay.Evaluations;
using Assay.Mlflow;
using Assay.Wire;

namespace Assay.Client.Evaluations;

/// <summary>
/// The rows of evaluations over Assay's own protocol. Rows that were sent twice replace themselves, so any call may be repeated. What is too
/// much for one request goes in several, each of them all or nothing.
/// </summary>
internal sealed class RemoteEvaluationStore(ServiceClient client) : IEvaluationStore
{
    public async Task AppendAsync(string runId, IReadOnlyList<EvaluationRow> rows, CancellationToken cancellationToken = default)
    {
        var batches = new RowBatches();
        foreach (var row in rows)
        {
            if (batches.Add(row) is { } full)
            {
                await SendAsync(full).ConfigureAwait(false);
            }
        }

        // No rows at all are sent too: the server then says whether there is such a run.
        await SendAsync(batches.Rest()).ConfigureAwait(false);

        Task SendAsync(ReadOnlyMemory<byte> body) =>
            client.SendBodyAsync(HttpMethod.Post, Path(runId, "rows"), body, MlflowJson.Default.EmptyMessage, cancellationToken);
    }

    public async Task<Page<EvaluationRow>> ReadAsync(EvaluationRowQuery query, CancellationToken cancellationToken = default)
    {
        var path = Filtered(query, "rows")
            .Add(RowQueryNames.OrderByScorer, query.OrderByScorer).Add(RowQueryNames.Descending, query.Descending ? true : null)
            .Add(RowQueryNames.MaxResults, query.MaxResults).Add(RowQueryNames.PageToken, query.PageToken).ToString();
        var page = await client.GetAsync(path, AssayJson.Default.ReadRowsResponse, cancellationToken).ConfigureAwait(false);
        return new(page.Rows.ToEntities(row => row.ToRow()), page.NextPageToken);
    }

    public async IAsyncEnumerable<EvaluationRowKey> ReadKeysAsync(string runId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var lines = await client.CallAsync(
            _ => new HttpRequestMessage(HttpMethod.Get, Path(runId, "row-keys")), client.ReadStreamAsync, null, cancellationToken).ConfigureAwait(false);
        await using var closing = lines.ConfigureAwait(false);
        var keys = JsonSerializer.DeserializeAsyncEnumerable(lines, AssayJson.Default.RowKeyMessage, topLevelValues: true, cancellationToken);
        await foreach (var key in keys.ConfigureAwait(false))
        {
            if (key is not null)
            {
                yield return new(key.RowId ?? "", key.Repeat ?? 0, key.Digest ?? "", key.Failed ?? false);
            }
        }
    }

    public async Task<EvaluationCounts> CountAsync(string runId, CancellationToken cancellationToken = default)
    {
        var counts = await client.GetAsync(Path(runId, "counts"), AssayJson.Default.RowCountsMessage, cancellationToken).ConfigureAwait(false);
        return new(counts.Total ?? 0, counts.Failed ?? 0);
    }

    public async Task<long?> CountMatchesAsync(EvaluationRowQuery query, CancellationToken cancellationToken = default)
    {
        var found = await client.GetAsync(Filtered(query, "matches").ToString(), AssayJson.Default.RowMatchesMessage, cancellationToken).ConfigureAwait(false);
        return found.Matches;
    }

    private static UrlQuery Filtered(EvaluationRowQuery query, string what)
    {
        var bounds = query.Scores.Count == 0
            ? null
            : JsonSerializer.Serialize([.. query.Scores.Select(bound => bound.ToMessage())], AssayJson.Default.ListScoreBoundMessage);
        return new UrlQuery(Path(query.RunId, what))
            .Add(RowQueryNames.RowId, query.RowId).Add(RowQueryNames.Repeat, query.Repeat).Add(RowQueryNames.Failed, query.Failed)
            .Add(RowQueryNames.Status, query.Status is { } status ? RowQueryNames.Of(status) : null)
            .Add(RowQueryNames.Contains, query.Contains).Add(RowQueryNames.Scores, bounds).Add(RowQueryNames.Unscored, query.Unscored);
    }

    private static string Path(string runId, string what) => $"api/assay/v1/evaluations/{Uri.EscapeDataString(runId)}/{what}";
}
