using System.Globalization;
using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>The SQL of experiments and their notes.</summary>
internal static class ExperimentTable
{
    public const string Workspace = "default";
    private const string Columns = "experiment_id, workspace, name, artifact_location, stage, creation_time, last_update_time";

    /// <summary>The key behind an id; -1, which no experiment has, when it is not a number.</summary>
    public static long Key(string experimentId) =>
        long.TryParse(experimentId, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : -1;

    /// <summary>Inserts, and gives the key; null when the name is taken.</summary>
    public static async Task<long?> InsertAsync(SqlSession session, string name, string? artifactLocation, long now)
    {
        var key = await session.KeyAsync(
            "INSERT INTO experiments (workspace, name, artifact_location, creation_time, last_update_time) VALUES ($1, $2, $3, $4, $4) "
            + "ON CONFLICT (workspace, name) DO NOTHING RETURNING experiment_id",
            Workspace, name, artifactLocation ?? "", now).ConfigureAwait(false);
        if (key is not null && artifactLocation is null)
        {
            await session.PostAsync(
                "UPDATE experiments SET artifact_location = $2 WHERE experiment_id = $1", key, $"mlflow-artifacts:/{key}")
                    .ConfigureAwait(false);
        }

        return key;
    }

    public static async Task<Experiment?> FindAsync(SqlSession session, long key) =>
        await WithTagsAsync(session, await session.FirstAsync($"SELECT {Columns} FROM experiments WHERE experiment_id = $1", Read, key).ConfigureAwait(false))
            .ConfigureAwait(false);

    public static async Task<Experiment?> FindAsync(SqlSession session, string name) =>
        await WithTagsAsync(
            session,
            await session.FirstAsync($"SELECT {Columns} FROM experiments WHERE workspace = $1 AND name = $2", Read, Workspace, name).ConfigureAwait(false))
            .ConfigureAwait(false);

    /// <summary>The experiment, of whatever stage; refuses an id that none has.</summary>
    public static async Task<Experiment> GetAsync(SqlSession session, string experimentId) =>
        await FindAsync(session, Key(experimentId)).ConfigureAwait(false) ?? throw Unknown(experimentId);

    /// <summary>The experiment, which must be active and stays so until this write is done.</summary>
    public static async Task<Experiment> GetActiveAsync(SqlSession session, string experimentId)
    {
        var experiment = await LockAsync(session, experimentId, session.Dialect.ForShare).ConfigureAwait(false);
        return experiment.LifecycleStage == LifecycleStage.Active
            ? experiment
            : throw new AssayException(
                ErrorCode.InvalidParameterValue, $"The experiment {experimentId} must be in the 'active' state. Current state is deleted.");
    }

    /// <summary>The experiment, of whatever stage, without its notes, for this write alone.</summary>
    public static Task<Experiment> LockAsync(SqlSession session, string experimentId) => LockAsync(session, experimentId, session.Dialect.ForUpdate);

    /// <summary>The experiments of these keys, in their order.</summary>
    public static async Task<IReadOnlyList<Experiment>> ListAsync(SqlSession session, IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        var found = await session.ListAsync(
            $"SELECT {Columns} FROM experiments WHERE {session.Dialect.KeyIn("experiment_id", "$1")}",
            Read, cancellationToken, session.Dialect.Keys([.. keys])).ConfigureAwait(false);
        var tags = await TagsAsync(session, [.. keys], cancellationToken).ConfigureAwait(false);
        var byKey = found.ToDictionary(one => Key(one.ExperimentId));
        return [.. keys.Select(key => byKey[key] with { Tags = tags[key] })];
    }

    public static ValueTask<int> RenameAsync(SqlSession session, long key, string name, long now) => session.ExecuteAsync(
        "UPDATE experiments SET name = $2, last_update_time = $3 WHERE experiment_id = $1", key, name, now);

    public static ValueTask<int> SetStageAsync(SqlSession session, long key, LifecycleStage stage, long now) => session.ExecuteAsync(
        "UPDATE experiments SET stage = $2, last_update_time = $3, deleted_time = CASE WHEN $2 = 0 THEN NULL ELSE $3 END "
        + "WHERE experiment_id = $1 AND is_garbage = 0",
        key, (int)stage, now);

    public static ValueTask<int> SetTagAsync(SqlSession session, long key, Tag tag) => session.ExecuteAsync(
        "INSERT INTO experiment_tags (experiment_id, key, value) VALUES ($1, $2, $3) ON CONFLICT (experiment_id, key) DO UPDATE SET value = excluded.value",
        key, tag.Key, tag.Value);

    public static ValueTask<int> DeleteTagAsync(SqlSession session, long key, string tag) => session.ExecuteAsync(
        "DELETE FROM experiment_tags WHERE experiment_id = $1 AND key = $2", key, tag);

    public static AssayException Unknown(string experimentId) => new(ErrorCode.ResourceDoesNotExist, $"No Experiment with id={experimentId} exists");

    private static async Task<Experiment> LockAsync(SqlSession session, string experimentId, string locking) =>
        await session.FirstAsync($"SELECT {Columns} FROM experiments WHERE experiment_id = $1{locking}", Read, Key(experimentId)).ConfigureAwait(false)
        ?? throw Unknown(experimentId);

    private static async Task<Experiment?> WithTagsAsync(SqlSession session, Experiment? experiment)
    {
        if (experiment is null)
        {
            return null;
        }

        var key = Key(experiment.ExperimentId);
        var tags = await TagsAsync(session, [key], CancellationToken.None).ConfigureAwait(false);
        return experiment with { Tags = tags[key] };
    }

    private static async Task<ByOwner<Tag>> TagsAsync(SqlSession session, List<long> keys, CancellationToken cancellationToken)
    {
        var tags = await session.ListAsync(
            $"SELECT experiment_id, key, value FROM experiment_tags WHERE {session.Dialect.KeyIn("experiment_id", "$1")} ORDER BY experiment_id, key",
            row => new Owned<Tag>(row.Long(0), new Tag(row.Text(1), row.Text(2))),
            cancellationToken, session.Dialect.Keys(keys)).ConfigureAwait(false);
        return new(tags);
    }

    private static Experiment Read(SqlRow row) => new()
    {
        ExperimentId = row.Long(0).ToString(CultureInfo.InvariantCulture),
        Workspace = row.Text(1),
        Name = row.Text(2),
        ArtifactLocation = row.Text(3),
        LifecycleStage = (LifecycleStage)row.Int(4),
        CreationTime = row.Long(5),
        LastUpdateTime = row.Long(6),
    };
}
