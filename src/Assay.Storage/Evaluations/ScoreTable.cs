using Assay.Evaluations;
using Assay.Storage.Sql;

namespace Assay.Storage.Evaluations;

/// <summary>The SQL of scores and of their reasons. NaN is kept as no value with a mark, so that comparisons never meet it.</summary>
internal static class ScoreTable
{
    private const int RowsAStatement = 64;
    private static readonly string InsertMany = Insert(RowsAStatement);
    private static readonly string InsertOne = Insert(1);

    /// <summary>
    /// Writes a scorer's scores of rows, many with one statement, which goes on where it stands in the table instead of searching its place
    /// anew.
    /// </summary>
    public static async Task InsertAsync(SqlSession session, long scorer, IReadOnlyList<(long Row, RowScore Score)> scores)
    {
        for (var first = 0; first < scores.Count;)
        {
            var count = scores.Count - first >= RowsAStatement ? RowsAStatement : 1;
            var arguments = new object?[count * 4];
            for (var i = 0; i < count; i++)
            {
                var (row, score) = scores[first + i];
                var isNaN = score.Value is double.NaN;
                arguments[i * 4] = scorer;
                arguments[(i * 4) + 1] = row;
                arguments[(i * 4) + 2] = isNaN ? null : score.Value;
                arguments[(i * 4) + 3] = isNaN ? 1 : 0;
            }

            await session.ExecuteAsync(count == 1 ? InsertOne : InsertMany, arguments).ConfigureAwait(false);
            first += count;
        }

        foreach (var (row, score) in scores.Where(one => one.Score.Reason is not null))
        {
            await session.ExecuteAsync(
                "INSERT INTO eval_reasons (scorer_key, row_key, reason) VALUES ($1, $2, $3)", scorer, row, score.Reason)
                    .ConfigureAwait(false);
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

    private static string Insert(int rows) => "INSERT INTO eval_scores (scorer_key, row_key, value, is_nan) VALUES "
        + string.Join(", ", Enumerable.Range(0, rows).Select(row => $"(${(row * 4) + 1}, ${(row * 4) + 2}, ${(row * 4) + 3}, ${(row * 4) + 4})"));
}
