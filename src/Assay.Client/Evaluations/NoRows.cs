using Assay.Client.Http;
using Assay.Evaluations;

namespace Assay.Client.Evaluations;

/// <summary>A server that has no place for the rows of evaluations.</summary>
internal sealed class NoRows(ServiceAddress server) : IEvaluationStore
{
    public Task AppendAsync(string runId, IReadOnlyList<EvaluationRow> rows, CancellationToken cancellationToken = default) => throw Refusal();

    public Task<Page<EvaluationRow>> ReadAsync(EvaluationRowQuery query, CancellationToken cancellationToken = default) => throw Refusal();

    public IAsyncEnumerable<EvaluationRowKey> ReadKeysAsync(string runId, CancellationToken cancellationToken = default) => throw Refusal();

    public Task<EvaluationCounts> CountAsync(string runId, CancellationToken cancellationToken = default) => throw Refusal();

    public Task<long?> CountMatchesAsync(EvaluationRowQuery query, CancellationToken cancellationToken = default) => Task.FromResult<long?>(null);

    private AssayException Refusal() => new(
        ErrorCode.NotImplemented,
        $"{server} is not an Assay server and keeps no rows of evaluations: give RemoteStoreOptions.LocalRows, a store of your own for them");
}
