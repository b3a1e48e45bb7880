using System.Runtime.CompilerServices;
using Assay.Evaluations;
using Assay.Storage.Sql;
using Assay.Storage.Tracking;

namespace Assay.Storage.Evaluations;

/// <summary>The rows of evaluations over SQL.</summary>
internal sealed class SqlEvaluationStore(ISqlDatabase database) : IEvaluationStore
{
    private const int MostResults = 10_000;
    private const int MostCounted = 1_000_000;

    public Task AppendAsync(string runId, IReadOnlyList<EvaluationRow> rows, CancellationToken cancellationToken = default)
    {
        foreach (var row in rows)
        {
            Check(row);
        }

        return database.WriteAsync(
            async session =>
            {
                // Whether a row is there already must not change between looking and writing.
                var run = await RunTable.LockActiveAsync(session, runId).ConfigureAwait(false);
                await RowTable.AppendAsync(session, run.Key, rows).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public Task<Page<EvaluationRow>> ReadAsync(EvaluationRowQuery query, CancellationToken cancellationToken = default)
    {
        SearchRules.CheckMaxResults(query.MaxResults, MostResults);
        var after = RowSearch.Decode(query);
        return database.ReadAsync(
            async (session, cancel) =>
            {
                var run = await RunTable.GetAsync(session, query.RunId).ConfigureAwait(false);
                var scorers = await ScorerTable.OfAsync(session, run.Key).ConfigureAwait(false);
                var places = await new RowSearch(session.Dialect, query, run.Key, scorers).FindAsync(session, after, cancel)
                    .ConfigureAwait(false);
                var more = places.Count > query.MaxResults;
                if (more)
                {
                    places.RemoveAt(places.Count - 1);
                }

                var rows = await RowsAsync(session, run.Key, places, cancel).ConfigureAwait(false);
                return new Page<EvaluationRow>(rows, more ? RowSearch.TokenAfter(places[^1], RowSearch.Purpose(query)) : null);
            },
            cancellationToken);
    }

    public async IAsyncEnumerable<EvaluationRowKey> ReadKeysAsync(
        string runId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // In pages, so that no connection is held while the caller thinks.
        var last = (Index: long.MinValue, Key: 0L);
        List<(long Index, long Key, EvaluationRowKey Row)> page;
        do
        {
            page = await database.ReadAsync(
                async (session, cancel) =>
                {
                    var run = await RunTable.GetAsync(session, runId).ConfigureAwait(false);
                    return await session.ListAsync(
                        "SELECT row_index, row_key, row_id, repeat, digest, failed FROM eval_rows "
                        + "WHERE run_key = $1 AND (row_index, row_key) > ($2, $3) ORDER BY row_index, row_key LIMIT $4",
                        row => (row.Long(0), row.Long(1), new EvaluationRowKey(
                            row.Text(2), row.Int(3), row.Text(4), row.Flag(5))),
                        cancel, run.Key, last.Index, last.Key, MostResults).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
            foreach (var (index, key, row) in page)
            {
                last = (index, key);
                yield return row;
            }
        }
        while (page.Count == MostResults);
    }

    public Task<EvaluationCounts> CountAsync(string runId, CancellationToken cancellationToken = default) => database.ReadAsync(
        async (session, _) =>
        {
            var run = await RunTable.GetAsync(session, runId).ConfigureAwait(false);
            return await RowTable.CountAsync(session, run.Key).ConfigureAwait(false);
        },
        cancellationToken);

    public Task<long?> CountMatchesAsync(EvaluationRowQuery query, CancellationToken cancellationToken = default) => database.ReadAsync<long?>(
        async (session, _) =>
        {
            var run = await RunTable.GetAsync(session, query.RunId).ConfigureAwait(false);
            var scorers = await ScorerTable.OfAsync(session, run.Key).ConfigureAwait(false);
            return await new RowSearch(session.Dialect, query, run.Key, scorers).CountAsync(session, MostCounted).ConfigureAwait(false);
        },
        cancellationToken);

    private static async Task<IReadOnlyList<EvaluationRow>> RowsAsync(
        SqlSession session, long run, List<RowPlace> places, CancellationToken cancellationToken)
    {
        var keys = session.Dialect.Keys(places.ConvertAll(place => place.Key));
        var rows = await session.ListAsync(
            $"SELECT row_key, {string.Join(", ", RowColumns.Names)} FROM eval_rows WHERE {session.Dialect.KeyIn("row_key", "$1")}",
            row => KeyValuePair.Create(row.Long(0), RowColumns.Read(row, 1)), cancellationToken, keys).ConfigureAwait(false);
        var byKey = new Dictionary<long, EvaluationRow>(rows);
        var scores = await ScoreTable.OfAsync(session, run, keys, cancellationToken).ConfigureAwait(false);
        return places.ConvertAll(place => byKey[place.Key] with { Scores = scores[place.Key] });
    }

    private static void Check(EvaluationRow row)
    {
        if (row.Scores.DistinctBy(score => score.Scorer, StringComparer.Ordinal).Count() != row.Scores.Count)
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, $"Row '{row.RowId}' has two scores of one name.");
        }
    }
}
