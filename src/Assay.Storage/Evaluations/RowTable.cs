using Assay.Evaluations;
using Assay.Storage.Sql;

namespace Assay.Storage.Evaluations;

/// <summary>The SQL that appends rows with their scores.</summary>
internal static class RowTable
{
    private static readonly string Upsert =
        $"INSERT INTO eval_rows (run_key, {string.Join(", ", RowColumns.Names)}) "
        + $"VALUES ({string.Join(", ", Enumerable.Range(1, RowColumns.Names.Length + 1).Select(number => $"${number}"))}) "
        + $"ON CONFLICT (run_key, row_id, repeat) DO UPDATE SET {string.Join(", ", RowColumns.Names.Select(name => $"{name} = excluded.{name}"))} "
        + "RETURNING row_key";

    public static async Task AppendAsync(SqlSession session, long run, IReadOnlyList<EvaluationRow> rows)
    {
        var scorers = await ScorerTable.OfAsync(session, run).ConfigureAwait(false);

        // Keys of new rows grow: one that does not is the key of a row that was there, whose scores must go.
        var highest = await session.KeyAsync("SELECT max(row_key) FROM eval_rows").ConfigureAwait(false) ?? 0;
        foreach (var row in rows)
        {
            var key = (await session.KeyAsync(Upsert, RowColumns.Values(run, row)).ConfigureAwait(false))!.Value;
            if (key <= highest)
            {
                await ScoreTable.ClearAsync(session, run, key).ConfigureAwait(false);
            }

            highest = Math.Max(highest, key);
            foreach (var score in row.Scores)
            {
                if (!scorers.TryGetValue(score.Scorer, out var scorer))
                {
                    scorer = await ScorerTable.InsertAsync(session, run, score.Scorer).ConfigureAwait(false);
                    scorers.Add(score.Scorer, scorer);
                }

                await ScoreTable.InsertAsync(session, scorer, key, score).ConfigureAwait(false);
            }
        }
    }

    public static async Task<EvaluationCounts> CountAsync(SqlSession session, long run) => await session.FirstAsync(
        "SELECT count(*), COALESCE(sum(failed), 0) FROM eval_rows WHERE run_key = $1",
        reader => new EvaluationCounts(reader.GetInt64(0), reader.GetInt64(1)), run).ConfigureAwait(false);
}
