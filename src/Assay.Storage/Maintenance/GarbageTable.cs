using Assay.Storage.Sql;

namespace Assay.Storage.Maintenance;

/// <summary>Something that is being deleted for good.</summary>
/// <param name="Key">Of the entry.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Entity">The entity's key; null once its rows are gone.</param>
/// <param name="ArtifactUri">Where its artifacts are; empty for none.</param>
internal sealed record GarbageEntry(long Key, GarbageKind Kind, long? Entity, string ArtifactUri);

/// <summary>The SQL of what is being deleted for good.</summary>
internal static class GarbageTable
{
    private const string Columns = "garbage_key, kind, entity_key, artifact_uri";

    public static ValueTask AddAsync(SqlSession session, GarbageKind kind, long entity, string artifactUri) => session.PostAsync(
        "INSERT INTO garbage (kind, entity_key, artifact_uri) VALUES ($1, $2, $3)", (int)kind, entity, artifactUri);

    /// <summary>Entries whose rows are not gone: runs, then logged models, then experiments.</summary>
    public static ValueTask<List<GarbageEntry>> WithRowsAsync(SqlSession session, int most) => session.ListAsync(
        $"SELECT {Columns} FROM garbage WHERE entity_key IS NOT NULL ORDER BY kind, entity_key LIMIT $1", Read, CancellationToken.None, most);

    /// <summary>Entries of which only artifacts are left.</summary>
    public static ValueTask<List<GarbageEntry>> WithArtifactsAsync(SqlSession session, long after, int most, CancellationToken cancellationToken) =>
        session.ListAsync(
            $"SELECT {Columns} FROM garbage WHERE entity_key IS NULL AND garbage_key > $1 ORDER BY garbage_key LIMIT $2",
            Read, cancellationToken, after, most);

    public static ValueTask<int> RowsAreGoneAsync(SqlSession session, long key) => session.ExecuteAsync(
        "UPDATE garbage SET entity_key = NULL WHERE garbage_key = $1", key);

    public static ValueTask<int> RemoveAsync(SqlSession session, IReadOnlyCollection<long> keys) => session.ExecuteAsync(
        $"DELETE FROM garbage WHERE {session.Dialect.KeyIn("garbage_key", "$1")}", session.Dialect.Keys(keys));

    /// <summary>What an earlier collection left to be done.</summary>
    public static async Task<GarbageCount> CountAsync(SqlSession session, CancellationToken cancellationToken)
    {
        var kinds = await session.ListAsync(
            "SELECT kind, count(*) FROM garbage WHERE entity_key IS NOT NULL GROUP BY kind", row => ((GarbageKind)row.Int(0), row.Long(1)), cancellationToken)
            .ConfigureAwait(false);
        return kinds.Aggregate(new GarbageCount(), (count, kind) => count.Plus(kind.Item1, kind.Item2));
    }

    private static GarbageEntry Read(SqlRow row) => new(row.Long(0), (GarbageKind)row.Int(1), row.LongOrNull(2), row.Text(3));
}
