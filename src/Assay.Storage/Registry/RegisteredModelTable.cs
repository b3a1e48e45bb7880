using Assay.Registry;
using Assay.Storage.Sql;
using Assay.Storage.Tracking;

namespace Assay.Storage.Registry;

/// <summary>A registered model with the integer that other tables know it by.</summary>
internal sealed record KeyedModel(long Key, RegisteredModel Model);

/// <summary>The SQL of registered models themselves, without notes, aliases and versions.</summary>
internal static class RegisteredModelTable
{
    public const string IsPrompt = "mlflow.prompt.is_prompt";

    /// <summary>What <see cref="Read"/> reads, of the table by the name <c>m</c>.</summary>
    public const string Columns = "m.model_key, m.workspace, m.name, m.description, m.creation_time, m.last_update_time";

    /// <summary>Inserts, and gives the key; null when the name is taken.</summary>
    public static ValueTask<long?> InsertAsync(SqlSession session, NewRegisteredModel model, long now) => session.KeyAsync(
        "INSERT INTO registered_models (workspace, name, description, creation_time, last_update_time) VALUES ($1, $2, $3, $4, $4) "
        + "ON CONFLICT (workspace, name) DO NOTHING RETURNING model_key",
        ExperimentTable.Workspace, model.Name, model.Description, model.CreationTime ?? now);

    /// <summary>The model of that name; null when there is none.</summary>
    public static ValueTask<KeyedModel?> FindAsync(SqlSession session, string name) => session.FirstAsync(
        $"SELECT {Columns} FROM registered_models m WHERE m.workspace = $1 AND m.name = $2", Read, ExperimentTable.Workspace, name);

    /// <summary>The model of that name; refuses one that none has.</summary>
    public static async Task<KeyedModel> GetAsync(SqlSession session, string name) =>
        await FindAsync(session, name).ConfigureAwait(false) ?? throw RegistryRules.UnknownModel(name);

    /// <summary>The model of that name, for this write alone.</summary>
    public static async Task<KeyedModel> LockAsync(SqlSession session, string name) => await session.FirstAsync(
        $"SELECT {Columns} FROM registered_models m WHERE m.workspace = $1 AND m.name = $2{session.Dialect.ForUpdate}",
        Read, ExperimentTable.Workspace, name).ConfigureAwait(false) ?? throw RegistryRules.UnknownModel(name);

    /// <summary>The models of the keys, in their order.</summary>
    public static async Task<IReadOnlyList<KeyedModel>> ListAsync(SqlSession session, IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        var found = await session.ListAsync(
            $"SELECT {Columns} FROM registered_models m WHERE {session.Dialect.KeyIn("m.model_key", "$1")}", Read, cancellationToken,
            session.Dialect.Keys([.. keys])).ConfigureAwait(false);
        var byKey = found.ToDictionary(model => model.Key);
        return [.. keys.Select(key => byKey[key])];
    }

    public static async Task<bool> IsPromptAsync(SqlSession session, long key) => await session.KeyAsync(
        "SELECT 1 FROM registered_model_tags WHERE model_key = $1 AND key = $2 AND value = 'true'", key, IsPrompt).ConfigureAwait(false) is not null;

    public static ValueTask<int> DescribeAsync(SqlSession session, long key, string? description, long now) => session.ExecuteAsync(
        "UPDATE registered_models SET description = $2, last_update_time = $3 WHERE model_key = $1", key, description, now);

    /// <summary>Gives another name; its versions, which are known by the model's key, have changed too.</summary>
    public static async Task RenameAsync(SqlSession session, long key, string name, long now)
    {
        await session.ExecuteAsync("UPDATE registered_models SET name = $2, last_update_time = $3 WHERE model_key = $1", key, name, now)
            .ConfigureAwait(false);
        await session.ExecuteAsync("UPDATE model_versions SET last_update_time = $2 WHERE model_key = $1", key, now).ConfigureAwait(false);
    }

    public static ValueTask<int> TouchAsync(SqlSession session, long key, long now) => session.ExecuteAsync(
        "UPDATE registered_models SET last_update_time = $2 WHERE model_key = $1", key, now);

    /// <summary>Takes the number of the next version.</summary>
    public static async Task<int> NextVersionAsync(SqlSession session, long key) => (int)(await session.KeyAsync(
        "UPDATE registered_models SET last_version = last_version + 1 WHERE model_key = $1 RETURNING last_version", key).ConfigureAwait(false))!.Value;

    /// <summary>Takes a number that was given elsewhere: those that come next are larger.</summary>
    public static ValueTask<int> TakeVersionAsync(SqlSession session, long key, int version) => session.ExecuteAsync(
        "UPDATE registered_models SET last_version = $2 WHERE model_key = $1 AND last_version < $2", key, version);

    /// <summary>Deletes a model with all that belongs to it.</summary>
    public static async Task DeleteAsync(SqlSession session, long key)
    {
        foreach (var sql in (string[])
            [
                "DELETE FROM model_version_tags WHERE version_key IN (SELECT version_key FROM model_versions WHERE model_key = $1)",
                "DELETE FROM registered_model_aliases WHERE model_key = $1",
                "DELETE FROM model_versions WHERE model_key = $1",
                "DELETE FROM registered_model_tags WHERE model_key = $1",
                "DELETE FROM registered_models WHERE model_key = $1",
            ])
        {
            await session.ExecuteAsync(sql, key).ConfigureAwait(false);
        }
    }

    public static KeyedModel Read(SqlRow row) => new(row.Long(0), new RegisteredModel
    {
        Workspace = row.Text(1),
        Name = row.Text(2),
        Description = row.TextOrNull(3),
        CreationTime = row.Long(4),
        LastUpdateTime = row.Long(5),
    });
}
