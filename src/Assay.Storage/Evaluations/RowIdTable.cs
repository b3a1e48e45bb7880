using Assay.Storage.Sql;

namespace Assay.Storage.Evaluations;

/// <summary>The SQL that finds a stored row by its id: a small table of the newest and a large one of the rest.</summary>
internal static class RowIdTable
{
    private const long MostNew = 8192;

    /// <summary>The key of the run's row of that id and repeat; null when there is none.</summary>
    public static ValueTask<long?> FindAsync(SqlSession session, long run, string rowId, int repeat) => session.KeyAsync(
        "SELECT r.row_key FROM "
        + "(SELECT row_key FROM eval_ids_new WHERE run_key = $1 AND id_hash = $2 UNION ALL SELECT row_key FROM eval_ids WHERE run_key = $1 AND id_hash = $2) i "
        + "CROSS JOIN eval_rows r WHERE r.row_key = i.row_key AND r.row_id = $3 AND r.repeat = $4",
        run, StableHash.Of32(rowId), rowId, repeat);

    public static ValueTask<int> AddAsync(SqlSession session, long run, string rowId, long row) => session.ExecuteAsync(
        "INSERT INTO eval_ids_new (run_key, id_hash, row_key) VALUES ($1, $2, $3)", run, StableHash.Of32(rowId), row);

    /// <summary>Empties the small table into the large one once it is full.</summary>
    public static async Task SettleAsync(SqlSession session)
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
