using System.Runtime.InteropServices;
using Assay.Evaluations;
using Assay.Storage.Sql;

namespace Assay.Storage.Evaluations;

/// <summary>The SQL that appends rows with their scores.</summary>
internal static class RowTable
{
    private static readonly string Insert =
        $"INSERT INTO eval_rows (run_key, {string.Join(", ", RowColumns.Names)}) "
        + $"VALUES ({string.Join(", ", Enumerable.Range(1, RowColumns.Names.Length + 1).Select(number => $"${number}"))}) RETURNING row_key";

    private static readonly string Update =
        $"UPDATE eval_rows SET {string.Join(", ", RowColumns.Names.Select((name, i) => $"{name} = ${i + 2}"))} WHERE row_key = $1";

    public static async Task AppendAsync(SqlSession session, long run, IReadOnlyList<EvaluationRow> rows)
    {
        var scores = new Dictionary<string, List<(long Row, RowScore Score)>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var key = await WriteAsync(session, run, row, scores).ConfigureAwait(false);
            foreach (var score in row.Scores)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(scores, score.Scorer, out _) ??= []).Add((key, score));
            }
        }

        await RowIdTable.SettleAsync(session).ConfigureAwait(false);
        var scorers = await ScorerTable.OfAsync(session, run).ConfigureAwait(false);
        foreach (var (name, ofScorer) in scores)
        {
            var scorer = scorers.TryGetValue(name, out var known) ? known : await ScorerTable.InsertAsync(session, run, name)
                .ConfigureAwait(false);
            await ScoreTable.InsertAsync(session, scorer, ofScorer).ConfigureAwait(false);
        }
    }

    public static async Task<EvaluationCounts> CountAsync(SqlSession session, long run) => await session.FirstAsync(
        "SELECT count(*), COALESCE(sum(failed), 0) FROM eval_rows WHERE run_key = $1",
        row => new EvaluationCounts(row.Long(0), row.Long(1)), run).ConfigureAwait(false);

    /// <summary>Inserts a row, or replaces the one of its id and repeat and clears what was said of that; gives the key.</summary>
    private static async Task<long> WriteAsync(
        SqlSession session, long run, EvaluationRow row, Dictionary<string, List<(long Row, RowScore Score)>> waiting)
    {
        var old = await RowIdTable.FindAsync(session, run, row.RowId, row.Repeat).ConfigureAwait(false);
        if (old is not { } key)
        {
            key = (await session.KeyAsync(Insert, RowColumns.Values(run, row)).ConfigureAwait(false))!.Value;
            await RowIdTable.AddAsync(session, run, row.RowId, key).ConfigureAwait(false);
            return key;
        }

        await session.ExecuteAsync(Update, RowColumns.Values(key, row)).ConfigureAwait(false);
        await ScoreTable.ClearAsync(session, run, key).ConfigureAwait(false);
        foreach (var ofScorer in waiting.Values)
        {
            ofScorer.RemoveAll(one => one.Row == key); // it came twice in this very batch
        }

        return key;
    }
}
