using Assay.Evaluations;

namespace Assay.Cli.Stores;

/// <summary>
/// Rows on a server. Those that it cannot take, because it has gone away, stay on this machine, and are sent before the run's rows are looked at
/// again: an answer that was paid for is not lost.
/// </summary>
internal sealed class ForwardedRows(IEvaluationStore server, LocalRows unsent) : IEvaluationStore
{
    private const int PageSize = 500;
    private AssayException? _gone;

    public async Task AppendAsync(string runId, IReadOnlyList<EvaluationRow> rows, CancellationToken cancellationToken = default)
    {
        if (_gone is null)
        {
            try
            {
                await server.AppendAsync(runId, rows, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (AssayException failure) when (failure.Code is ErrorCode.TemporarilyUnavailable or ErrorCode.RequestLimitExceeded)
            {
                _gone = failure;
            }
        }

        await unsent.AppendAsync(runId, rows, cancellationToken).ConfigureAwait(false);
        throw _gone;
    }

    public async Task<Page<EvaluationRow>> ReadAsync(EvaluationRowQuery query, CancellationToken cancellationToken = default)
    {
        await SendAsync(query.RunId, cancellationToken).ConfigureAwait(false);
        return await server.ReadAsync(query, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<EvaluationRowKey> ReadKeysAsync(
        string runId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await SendAsync(runId, cancellationToken).ConfigureAwait(false);
        await foreach (var key in server.ReadKeysAsync(runId, cancellationToken).ConfigureAwait(false))
        {
            yield return key;
        }
    }

    public async Task<EvaluationCounts> CountAsync(string runId, CancellationToken cancellationToken = default)
    {
        await SendAsync(runId, cancellationToken).ConfigureAwait(false);
        return await server.CountAsync(runId, cancellationToken).ConfigureAwait(false);
    }

    public async Task<long?> CountMatchesAsync(EvaluationRowQuery query, CancellationToken cancellationToken = default)
    {
        await SendAsync(query.RunId, cancellationToken).ConfigureAwait(false);
        return await server.CountMatchesAsync(query, cancellationToken).ConfigureAwait(false);
    }

    private async Task SendAsync(string runId, CancellationToken cancellationToken)
    {
        if (!unsent.Has(runId))
        {
            return;
        }

        var query = new EvaluationRowQuery { RunId = runId, MaxResults = PageSize };
        do
        {
            var page = await unsent.ReadAsync(query, cancellationToken).ConfigureAwait(false);
            await server.AppendAsync(runId, page.Items, cancellationToken).ConfigureAwait(false);
            query = query with { PageToken = page.NextPageToken };
        }
        while (query.PageToken is not null);

        await unsent.ForgetAsync(runId).ConfigureAwait(false);
    }
}
