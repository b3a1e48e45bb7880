using Assay.Evaluations;
using Assay.Storage.Sql;
using static Assay.Storage.Sql.SqlColumn;

namespace Assay.Storage.Evaluations;

/// <summary>The SQL of scores and of their reasons. NaN is kept as no value with a mark, so that comparisons never meet it.</summary>
internal static class ScoreTable
{
    private static readonly SqlInsert Insert = new(
        "eval_scores", [Integer("scorer_key"), Integer("row_key"), Real("value"), Integer("is_nan")]);

    private static readonly SqlInsert InsertReasons = new(
        "eval_reasons", [Integer("scorer_key"), Integer("row_key"), Text("reason")]);

    /// <summary>Writes a scorer's scores of rows.</summary>
    public static async Task InsertAsync(SqlSession session, long scorer, IReadOnlyList<(long Row, RowScore Score)> scores)
    {
        await session.InsertAsync(
            Insert,
            [.. scores.Select(one => (object?[])[scorer, one.Row, one.Score.Value is double.NaN ? null : one.Score.Value, one.Score.Value is double.NaN ? 1 : 0])])
            .ConfigureAwait(false);
        await session.InsertAsync(
            InsertReasons,
            [.. scores.Where(one => one.Score.Reason is not null).Select(one => (object?[])[scorer, one.Row, one.Score.Reason])]).ConfigureAwait(false);
    }

    /// <summary>Removes what was said of a row.</summary>
    public static async Task ClearAsync(SqlSession session, long run, long row)
    {
        const string Scorers = "scorer_key IN (SELECT scorer_key FROM eval_scorers WHERE run_key = $1) AND row_key = $2";
        await session.PostAsync($"DELETE FROM eval_scores WHERE {Scorers}", run, row).ConfigureAwait(false);
        await session.PostAsync($"DELETE FROM eval_reasons WHERE {Scorers}", run, row).ConfigureAwait(false);
    }

    /// <summary>The scores of rows, by row, in the scorers' order.</summary>
    public static async Task<ByOwner<RowScore>> OfAsync(SqlSession session, long run, object rows, CancellationToken cancellationToken)
    {
        var scores = await session.ListAsync(
            "SELECT c.row_key, s.name, c.value, c.is_nan, e.reason FROM eval_scorers s JOIN eval_scores c ON c.scorer_key = s.scorer_key "
            + "LEFT JOIN eval_reasons e ON e.scorer_key = c.scorer_key AND e.row_key = c.row_key "
            + $"WHERE s.run_key = $1 AND {session.Dialect.KeyIn("c.row_key", "$2")} ORDER BY s.scorer_key",
            row => new Owned<RowScore>(row.Long(0), new RowScore(row.Text(1), row.Flag(3) ? double.NaN : row.DoubleOrNull(2), row.TextOrNull(4))),
            cancellationToken, run, rows).ConfigureAwait(false);
        return new(scores);
    }
}
