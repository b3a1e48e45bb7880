using Assay.Evaluations;

namespace Assay.Tests.Reports;

/// <summary>An evaluation store over rows that are made when they are asked for, in the order of their index; only what reports use.</summary>
internal sealed class ListedRows(int count, Func<int, EvaluationRow> rowAt) : IEvaluationStore
{
    public ListedRows(IReadOnlyList<EvaluationRow> rows)
        : this(rows.Count, i => rows[i])
    {
    }

    public IEnumerable<EvaluationRow> All => Enumerable.Range(0, count).Select(rowAt);

    public Task<Page<EvaluationRow>> ReadAsync(EvaluationRowQuery query, CancellationToken cancellationToken = default)
    {
        var start = query.PageToken is null ? 0 : int.Parse(query.PageToken, System.Globalization.CultureInfo.InvariantCulture);
        var end = Math.Min(count, start + query.MaxResults);
        var rows = Enumerable.Range(start, end - start).Select(rowAt).ToArray();
        return Task.FromResult(new Page<EvaluationRow>(rows, end < count ? end.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
    }

    public Task<EvaluationCounts> CountAsync(string runId, CancellationToken cancellationToken = default) =>
        Task.FromResult(new EvaluationCounts(count, All.Count(r => r.Error is not null)));

    public Task<long?> CountMatchesAsync(EvaluationRowQuery query, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task AppendAsync(string runId, IReadOnlyList<EvaluationRow> rows, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<EvaluationRowKey> ReadKeysAsync(string runId, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
