using Assay.Evaluations;
using Assay.Storage.Sql;

namespace Assay.Storage.Evaluations;

/// <summary>The SQL of scores and of their reasons. NaN is kept as no value with a mark, so that comparisons never meet it.</summary>
internal static class ScoreTable
{
    public static async Task InsertAsync(SqlSession session, long scorer, long row, RowScore score)
    {
        var isNaN = score.Value is double.NaN;
        await session.ExecuteAsync(
            "INSERT INTO eval_scores (scorer_key, row_key, value, is_nan) VALUES ($1, $2, $3, $4)",
            scorer, row, isNaN ? null : score.Value, isNaN ? 1 : 0).ConfigureAwait(false);
        if (score.Reason is not null)
        {
            await session.ExecuteAsync(
                "INSERT INTO eval_reasons (scorer_key, row_key, reason) VALUES ($1, $2, $3)", scorer, row, score.Reason).ConfigureAwait(false);
        }
    }

    /// <summary>Removes what was said of a row.</summary>
    public static async Task ClearAsync(SqlSession session, long run, long row)
    {
        const string Scorers = "scorer_key IN (SELECT scorer_key FROM eval_scorers WHERE run_key = $1) AND row_key = $2";
        await session.ExecuteAsync($"DELETE FROM eval_scores WHERE {Scorers}", run, row).ConfigureAwait(false);
        await session.ExecuteAsync($"DELETE FROM eval_reasons WHERE {Scorers}", run, row).ConfigureAwait(false);
    }

    /// <summary>The scores of rows, by row, in the scorers' order.</summary>
    public static async Task<ILookup<long, RowScore>> OfAsync(SqlSession session, long run, object rows, CancellationToken cancellationToken)
    {
        var scores = await session.ListAsync(
            "SELECT c.row_key, s.name, c.value, c.is_nan, e.reason FROM eval_scorers s JOIN eval_scores c ON c.scorer_key = s.scorer_key "
            + "LEFT JOIN eval_reasons e ON e.scorer_key = c.scorer_key AND e.row_key = c.row_key "
            + $"WHERE s.run_key = $1 AND {session.Dialect.KeyIn("c.row_key", "$2")} ORDER BY s.scorer_key",
            reader => (
                Row: reader.GetInt64(0),
                Score: new RowScore(reader.GetString(1), reader.GetInt64(3) != 0 ? double.NaN : reader.Double(2), reader.Text(4))),
            cancellationToken, run, rows).ConfigureAwait(false);
        return scores.ToLookup(score => score.Row, score => score.Score);
    }
}
