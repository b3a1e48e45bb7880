using Assay.Registry;
using Assay.Storage.Sql;
using Assay.Storage.Tracking;

namespace Assay.Storage.Registry;

/// <summary>A version with the integers that other tables know it and its model by.</summary>
internal sealed record KeyedVersion(long Key, long ModelKey, ModelVersion Version);

/// <summary>The SQL of versions of registered models, without notes and aliases.</summary>
internal static class ModelVersionTable
{
    /// <summary>What <see cref="Read"/> reads, of <see cref="From"/>.</summary>
    public const string Columns =
        "v.version_key, v.model_key, m.name, v.version, v.creation_time, v.last_update_time, v.user_id, v.stage, v.description, v.source, "
        + "v.storage_location, v.run_id, v.run_link, v.model_id";

    public const string From = "model_versions v JOIN registered_models m ON m.model_key = v.model_key";

    /// <summary>Inserts and gives the key; null when the number is taken.</summary>
    public static ValueTask<long?> InsertAsync(SqlSession session, long model, ModelVersion version) => session.KeyAsync(
        "INSERT INTO model_versions (model_key, version, creation_time, last_update_time, user_id, stage, description, source, storage_location, "
        + "run_id, run_link, model_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) "
        + "ON CONFLICT (model_key, version) DO NOTHING RETURNING version_key",
        model, version.Version, version.CreationTime, version.LastUpdateTime, version.UserId, (int)version.Stage, version.Description, version.Source,
        version.StorageLocation, version.RunId, version.RunLink, version.ModelId);

    /// <summary>The version; refuses one that there is not.</summary>
    public static Task<KeyedVersion> GetAsync(SqlSession session, string name, int version) => GetAsync(session, name, version, "");

    /// <summary>The version, with its model for this write alone.</summary>
    public static Task<KeyedVersion> LockAsync(SqlSession session, string name, int version) =>
        GetAsync(session, name, version, session.Dialect.ForUpdate);

    /// <summary>The versions of the keys, in their order.</summary>
    public static async Task<IReadOnlyList<KeyedVersion>> ListAsync(SqlSession session, IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        var found = await session.ListAsync(
            $"SELECT {Columns} FROM {From} WHERE {session.Dialect.KeyIn("v.version_key", "$1")}", Read, cancellationToken,
            session.Dialect.Keys([.. keys])).ConfigureAwait(false);
        var byKey = found.ToDictionary(version => version.Key);
        return [.. keys.Select(key => byKey[key])];
    }

    /// <summary>The latest version of each stage that has one, of models: a search of an index for each model and stage.</summary>
    public static ValueTask<List<KeyedVersion>> LatestAsync(SqlSession session, object models, CancellationToken cancellationToken) => session.ListAsync(
        $"SELECT {Columns} FROM registered_models m "
        + "CROSS JOIN (SELECT 0 AS stage UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3) s "
        + "JOIN model_versions v ON v.model_key = m.model_key "
        + "AND v.version = (SELECT max(w.version) FROM model_versions w WHERE w.model_key = m.model_key AND w.stage = s.stage) "
        + $"WHERE {session.Dialect.KeyIn("m.model_key", "$1")} ORDER BY v.model_key, v.stage",
        Read, cancellationToken, models);

    public static ValueTask<int> DescribeAsync(SqlSession session, long key, string? description, long now) => session.ExecuteAsync(
        "UPDATE model_versions SET description = $2, last_update_time = $3 WHERE version_key = $1", key, description, now);

    public static ValueTask<int> MoveAsync(SqlSession session, long key, ModelStage stage, long now) => session.ExecuteAsync(
        "UPDATE model_versions SET stage = $2, last_update_time = $3 WHERE version_key = $1", key, (int)stage, now);

    /// <summary>Archives the other versions that are in the stage.</summary>
    public static ValueTask<int> ArchiveOthersAsync(SqlSession session, KeyedVersion version, ModelStage stage, long now) => session.ExecuteAsync(
        "UPDATE model_versions SET stage = $4, last_update_time = $5 WHERE model_key = $1 AND stage = $2 AND version_key <> $3",
        version.ModelKey, (int)stage, version.Key, (int)ModelStage.Archived, now);

    public static async Task DeleteAsync(SqlSession session, long key)
    {
        await session.ExecuteAsync("DELETE FROM model_version_tags WHERE version_key = $1", key).ConfigureAwait(false);
        await session.ExecuteAsync("DELETE FROM model_versions WHERE version_key = $1", key).ConfigureAwait(false);
    }

    private static async Task<KeyedVersion> GetAsync(SqlSession session, string name, int version, string locking) => await session.FirstAsync(
        $"SELECT {Columns} FROM {From} WHERE m.workspace = $1 AND m.name = $2 AND v.version = $3{locking}",
        Read, ExperimentTable.Workspace, name, version).ConfigureAwait(false) ?? throw RegistryRules.UnknownVersion(name, version);

    private static KeyedVersion Read(SqlRow row) => new(row.Long(0), row.Long(1), new ModelVersion
    {
        Name = row.Text(2),
        Version = row.Int(3),
        CreationTime = row.Long(4),
        LastUpdateTime = row.Long(5),
        UserId = row.TextOrNull(6),
        Stage = (ModelStage)row.Int(7),
        Description = row.TextOrNull(8),
        Source = row.Text(9),
        StorageLocation = row.Text(10),
        RunId = row.Text(11),
        RunLink = row.Text(12),
        ModelId = row.TextOrNull(13),
    });
}
