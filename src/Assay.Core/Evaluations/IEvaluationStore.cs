namespace Assay.Evaluations;

/// <summary>
/// The rows of evaluations. An append returns when its rows are durable, all of them or none. A row that is stored already (same run, id
/// and repeat) is replaced, so that a resumed evaluation can mend a failed row. Safe for concurrent use.
/// </summary>
public interface IEvaluationStore
{
    /// <summary>Writes rows of an active run.</summary>
    Task AppendAsync(string runId, IReadOnlyList<EvaluationRow> rows, CancellationToken cancellationToken = default);

    /// <summary>A page of rows, filtered and sorted.</summary>
    Task<Page<EvaluationRow>> ReadAsync(EvaluationRowQuery query, CancellationToken cancellationToken = default);

    /// <summary>The keys of all stored rows of a run, in the order of their index, streamed.</summary>
    IAsyncEnumerable<EvaluationRowKey> ReadKeysAsync(string runId, CancellationToken cancellationToken = default);

    /// <summary>How many rows a run has.</summary>
    Task<EvaluationCounts> CountAsync(string runId, CancellationToken cancellationToken = default);

    /// <summary>
    /// How many rows a query finds on all its pages, at most 1,000,000; its order and pages are left aside. Null when the store keeps no rows.
    /// </summary>
    Task<long?> CountMatchesAsync(EvaluationRowQuery query, CancellationToken cancellationToken = default);
}
