using Assay.Evaluations;
using Assay.Storage.Sql;
using static Assay.Storage.Sql.SqlColumn;

namespace Assay.Storage.Evaluations;

/// <summary>The SQL that appends rows with their scores.</summary>
internal static class RowTable
{
    private static readonly SqlInsert Insert = new("eval_rows", [Integer("run_key"), .. RowColumns.All], "RETURNING row_id, repeat, row_key");

    private static readonly string Update =
        $"UPDATE eval_rows SET {string.Join(", ", RowColumns.Names.Select((name, i) => $"{name} = ${i + 2}"))} WHERE row_key = $1";

    /// <summary>Writes rows of a run that is locked. Of two with one id and repeat the last stays.</summary>
    public static async Task AppendAsync(SqlSession session, long run, IReadOnlyList<EvaluationRow> rows)
    {
        var last = new OrderedDictionary<(string RowId, int Repeat), EvaluationRow>();
        foreach (var row in rows)
        {
            last[(StoredText.Of(row.RowId), row.Repeat)] = row;
        }

        var keys = await RowIdTable.FindAsync(session, run, rows).ConfigureAwait(false);
        var inserted = await session.InsertAsync(
            Insert,
            [.. last.Where(row => !keys.ContainsKey(row.Key)).Select(row => RowColumns.Values(run, row.Value))],
            row => KeyValuePair.Create((row.Text(0), row.Int(1)), row.Long(2))).ConfigureAwait(false);
        await RowIdTable.AddAsync(session, run, new Dictionary<(string RowId, int Repeat), long>(inserted)).ConfigureAwait(false);
        foreach (var (id, row) in last)
        {
            if (keys.TryGetValue(id, out var key))
            {
                await session.PostAsync(Update, RowColumns.Values(key, row)).ConfigureAwait(false);
                await ScoreTable.ClearAsync(session, run, key).ConfigureAwait(false);
            }
        }

        inserted.ForEach(one => keys[one.Key] = one.Value);
        await AddScoresAsync(session, run, last.Select(row => (keys[row.Key], row.Value))).ConfigureAwait(false);
    }

    public static async Task<EvaluationCounts> CountAsync(SqlSession session, long run) => await session.FirstAsync(
        "SELECT count(*), COALESCE(sum(failed), 0) FROM eval_rows WHERE run_key = $1",
        row => new EvaluationCounts(row.Long(0), row.Long(1)), run).ConfigureAwait(false);

    /// <summary>Scorer by scorer, so that each goes through its part of the table once.</summary>
    private static async Task AddScoresAsync(SqlSession session, long run, IEnumerable<(long Key, EvaluationRow Row)> rows)
    {
        var scores = new OrderedDictionary<string, List<(long Row, RowScore Score)>>(StringComparer.Ordinal);
        foreach (var (key, row) in rows)
        {
            foreach (var score in row.Scores)
            {
                if (!scores.TryGetValue(score.Scorer, out var ofScorer))
                {
                    scores.Add(score.Scorer, ofScorer = []);
                }

                ofScorer.Add((key, score));
            }
        }

        var scorers = await ScorerTable.OfAsync(session, run).ConfigureAwait(false);
        foreach (var (name, ofScorer) in scores)
        {
            var scorer = scorers.TryGetValue(name, out var known) ? known : await ScorerTable.InsertAsync(session, run, name)
                .ConfigureAwait(false);
            await ScoreTable.InsertAsync(session, scorer, ofScorer).ConfigureAwait(false);
        }
    }
}
