using System.Globalization;
using Assay.LoggedModels;
using Assay.Storage.Sql;
using Assay.Storage.Tracking;
using Assay.Tracking;

namespace Assay.Storage.LoggedModels;

/// <summary>A logged model with the integer that other tables know it by.</summary>
internal sealed record KeyedLoggedModel(long Key, LoggedModel Model);

/// <summary>The SQL of logged models themselves, without notes, settings and metrics.</summary>
internal static class LoggedModelTable
{
    /// <summary>What <see cref="Read"/> reads, of the table by the name <c>m</c>.</summary>
    public const string Columns =
        "m.logged_model_key, m.model_id, m.experiment_id, m.name, m.artifact_uri, m.creation_time, m.last_update_time, m.status, m.status_message, "
        + "m.model_type, m.source_run_id";

    /// <summary>Inserts and gives the key; null when the id is taken.</summary>
    public static ValueTask<long?> InsertAsync(SqlSession session, LoggedModel model) => session.KeyAsync(
        "INSERT INTO logged_models (model_id, experiment_id, name, artifact_uri, creation_time, last_update_time, status, model_type, source_run_id) "
        + "VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8) ON CONFLICT (model_id) DO NOTHING RETURNING logged_model_key",
        model.ModelId, ExperimentTable.Key(model.ExperimentId), model.Name, model.ArtifactUri, model.CreationTime, (int)model.Status, model.ModelType,
        model.SourceRunId);

    /// <summary>The model, which must not be deleted; refuses an id that none has.</summary>
    public static Task<KeyedLoggedModel> GetAsync(SqlSession session, string modelId) => GetAsync(session, modelId, "");

    /// <summary>The same, for this write alone.</summary>
    public static Task<KeyedLoggedModel> LockAsync(SqlSession session, string modelId) => GetAsync(session, modelId, session.Dialect.ForUpdate);

    /// <summary>The models of the keys, in their order.</summary>
    public static async Task<IReadOnlyList<KeyedLoggedModel>> ListAsync(SqlSession session, IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        var found = await session.ListAsync(
            $"SELECT {Columns} FROM logged_models m WHERE {session.Dialect.KeyIn("m.logged_model_key", "$1")}", Read, cancellationToken,
            session.Dialect.Keys([.. keys])).ConfigureAwait(false);
        var byKey = found.ToDictionary(model => model.Key);
        return [.. keys.Select(key => byKey[key])];
    }

    /// <summary>The key of a model, deleted or not, which stays until this write is done; null when there is none.</summary>
    public static ValueTask<long?> FindKeyAsync(SqlSession session, string modelId) => session.KeyAsync(
        $"SELECT logged_model_key FROM logged_models WHERE model_id = $1{session.Dialect.ForShare}", modelId);

    /// <summary>The same, for this write alone.</summary>
    public static ValueTask<long?> LockKeyAsync(SqlSession session, string modelId) => session.KeyAsync(
        $"SELECT logged_model_key FROM logged_models WHERE model_id = $1{session.Dialect.ForUpdate}", modelId);

    public static ValueTask<int> SetStatusAsync(SqlSession session, long key, LoggedModelStatus status, long now) => session.ExecuteAsync(
        "UPDATE logged_models SET status = $2, last_update_time = $3 WHERE logged_model_key = $1", key, (int)status, now);

    /// <summary>Puts the model in the bin.</summary>
    public static ValueTask<int> DeleteAsync(SqlSession session, long key, long now) => session.ExecuteAsync(
        "UPDATE logged_models SET stage = $2, deleted_time = $3, last_update_time = $3 WHERE logged_model_key = $1",
        key, (int)LifecycleStage.Deleted, now);

    private static async Task<KeyedLoggedModel> GetAsync(SqlSession session, string modelId, string locking) => await session.FirstAsync(
        $"SELECT {Columns} FROM logged_models m WHERE m.model_id = $1 AND m.stage = 0{locking}", Read, modelId).ConfigureAwait(false)
        ?? throw LoggedModelRules.Unknown(modelId);

    private static KeyedLoggedModel Read(SqlRow row) => new(row.Long(0), new LoggedModel
    {
        ModelId = row.Text(1),
        ExperimentId = row.Long(2).ToString(CultureInfo.InvariantCulture),
        Name = row.Text(3),
        ArtifactUri = row.Text(4),
        CreationTime = row.Long(5),
        LastUpdateTime = row.Long(6),
        Status = (LoggedModelStatus)row.Int(7),
        StatusMessage = row.TextOrNull(8),
        ModelType = row.TextOrNull(9),
        SourceRunId = row.TextOrNull(10),
    });
}
