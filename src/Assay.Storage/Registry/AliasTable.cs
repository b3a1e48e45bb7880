using Assay.Registry;
using Assay.Storage.Sql;

namespace Assay.Storage.Registry;

/// <summary>The SQL of names for versions.</summary>
internal static class AliasTable
{
    public static ValueTask<int> SetAsync(SqlSession session, long model, string alias, int version) => session.ExecuteAsync(
        "INSERT INTO registered_model_aliases (model_key, alias, version) VALUES ($1, $2, $3) "
        + "ON CONFLICT (model_key, alias) DO UPDATE SET version = excluded.version",
        model, alias, version);

    public static ValueTask<int> DeleteAsync(SqlSession session, long model, string alias) => session.ExecuteAsync(
        "DELETE FROM registered_model_aliases WHERE model_key = $1 AND alias = $2", model, alias);

    public static ValueTask<int> DeleteOfVersionAsync(SqlSession session, long model, int version) => session.ExecuteAsync(
        "DELETE FROM registered_model_aliases WHERE model_key = $1 AND version = $2", model, version);

    /// <summary>The version that an alias stands for; null when there is none.</summary>
    public static ValueTask<long?> VersionAsync(SqlSession session, long model, string alias) => session.KeyAsync(
        "SELECT version FROM registered_model_aliases WHERE model_key = $1 AND alias = $2", model, alias);

    /// <summary>The aliases of models, by model, each ordered by alias.</summary>
    public static async Task<ByOwner<ModelAlias>> OfAsync(SqlSession session, object models, CancellationToken cancellationToken) => new(
        await session.ListAsync(
            "SELECT model_key, alias, version FROM registered_model_aliases "
            + $"WHERE {session.Dialect.KeyIn("model_key", "$1")} ORDER BY model_key, alias",
            row => new Owned<ModelAlias>(row.Long(0), new ModelAlias(row.Text(1), row.Int(2))), cancellationToken, models).ConfigureAwait(false));
}
