using Assay.Evaluations;
using Assay.Storage.Sql;
using static Assay.Storage.Sql.SqlColumn;

namespace Assay.Storage.Evaluations;

/// <summary>
/// The SQL that finds stored rows by their ids: a large table and, where scattered entries are dear, a small one of the newest.
/// </summary>
internal static class RowIdTable
{
    private const long MostNew = 8192;
    private static readonly SqlInsert Insert = new("eval_ids", [Integer("run_key"), Integer("id_hash"), Integer("row_key")]);
    private static readonly SqlInsert InsertNew = new("eval_ids_new", [Integer("run_key"), Integer("id_hash"), Integer("row_key")]);

    /// <summary>What rows of an id are found by.</summary>
    public static long HashOf(string rowId) => StableHash.Of32(StoredText.Of(rowId));

    /// <summary>A condition: the row of a run has an id. The parameters are the run, the id's hash and the id.</summary>
    public static string Condition(string row, string run, string hash, string id) =>
        $"{row}.row_key IN (SELECT row_key FROM eval_ids_new WHERE run_key = {run} AND id_hash = {hash} "
        + $"UNION ALL SELECT row_key FROM eval_ids WHERE run_key = {run} AND id_hash = {hash}) AND {row}.row_id = {id}";

    /// <summary>The keys of those of the rows that the run has already, by id and repeat.</summary>
    public static async Task<Dictionary<(string RowId, int Repeat), long>> FindAsync(SqlSession session, long run, IReadOnlyList<EvaluationRow> rows)
    {
        var hashes = rows.Select(row => (long)StableHash.Of32(StoredText.Of(row.RowId))).Distinct().ToList();
        var (condition, argument) = hashes.Count == 1
            ? ("id_hash = $2", (object)hashes[0])
            : (session.Dialect.KeyIn("id_hash", "$2"), session.Dialect.Keys(hashes));
        var found = await session.ListAsync(
            $"SELECT r.row_id, r.repeat, r.row_key FROM (SELECT row_key FROM eval_ids_new WHERE run_key = $1 AND {condition} "
            + $"UNION ALL SELECT row_key FROM eval_ids WHERE run_key = $1 AND {condition}) i CROSS JOIN eval_rows r WHERE r.row_key = i.row_key",
            row => KeyValuePair.Create((row.Text(0), row.Int(1)), row.Long(2)), CancellationToken.None, run, argument).ConfigureAwait(false);
        return new(found);
    }

    /// <summary>Makes new rows findable.</summary>
    public static async Task AddAsync(SqlSession session, long run, IReadOnlyDictionary<(string RowId, int Repeat), long> rows)
    {
        await session.InsertAsync(
            session.Dialect.CommitsWholePages ? InsertNew : Insert,
            [.. rows.Select(row => (object?[])[run, StableHash.Of32(row.Key.RowId), row.Value])]).ConfigureAwait(false);
        if (session.Dialect.CommitsWholePages)
        {
            await SettleAsync(session).ConfigureAwait(false);
        }
    }

    /// <summary>Empties the small table into the large one once it is full.</summary>
    private static async Task SettleAsync(SqlSession session)
    {
        if (await session.KeyAsync("SELECT count(*) FROM eval_ids_new").ConfigureAwait(false) > MostNew)
        {
            await session.ExecuteAsync(
                "INSERT INTO eval_ids (run_key, id_hash, row_key) SELECT run_key, id_hash, row_key FROM eval_ids_new ORDER BY run_key, id_hash, row_key")
                .ConfigureAwait(false);
            await session.ExecuteAsync("DELETE FROM eval_ids_new").ConfigureAwait(false);
        }
    }
}
