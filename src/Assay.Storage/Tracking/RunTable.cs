using System.Globalization;
using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>A run with the integer that other tables know it by.</summary>
internal sealed record KeyedRun(long Key, Run Run, bool HasModels = false);

/// <summary>The SQL of runs themselves, without what was logged to them.</summary>
internal static class RunTable
{
    private const string Columns = "run_key, run_id, experiment_id, run_name, user_id, status, start_time, end_time, stage, artifact_uri, has_models";

    /// <summary>Inserts and gives the key.</summary>
    public static async Task<long> InsertAsync(SqlSession session, Run run) => (await session.KeyAsync(
        "INSERT INTO runs (run_id, experiment_id, run_name, user_id, status, start_time, artifact_uri) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING run_key",
        run.RunId, ExperimentTable.Key(run.ExperimentId), run.RunName, run.UserId, (int)run.Status, run.StartTime, run.ArtifactUri).ConfigureAwait(false))!.Value;

    /// <summary>The run, of whatever stage; refuses an id that none has.</summary>
    public static Task<KeyedRun> GetAsync(SqlSession session, string runId) => GetAsync(session, runId, "");

    /// <summary>Where a run's artifacts are; null when there is no such run.</summary>
    public static ValueTask<string?> FindArtifactUriAsync(SqlSession session, string runId) => session.FirstAsync(
        "SELECT artifact_uri FROM runs WHERE run_id = $1", row => row.Text(0), runId);

    /// <summary>The run, which must be active.</summary>
    public static async Task<KeyedRun> GetActiveAsync(SqlSession session, string runId) =>
        Active(await GetAsync(session, runId).ConfigureAwait(false));

    /// <summary>The run, which must be active, for this write alone.</summary>
    public static async Task<KeyedRun> LockActiveAsync(SqlSession session, string runId) =>
        Active(await GetAsync(session, runId, session.Dialect.ForUpdate).ConfigureAwait(false));

    /// <summary>The runs of these keys, in their order.</summary>
    public static async Task<IReadOnlyList<KeyedRun>> ListAsync(SqlSession session, IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        var runs = await session.ListAsync(
            $"SELECT {Columns} FROM runs WHERE {session.Dialect.KeyIn("run_key", "$1")}", Read, cancellationToken, session.Dialect.Keys([.. keys]))
            .ConfigureAwait(false);
        var byKey = runs.ToDictionary(run => run.Key);
        return [.. keys.Select(key => byKey[key])];
    }

    public static ValueTask UpdateAsync(SqlSession session, long key, RunUpdate update) => session.PostAsync(
        "UPDATE runs SET status = COALESCE($2, status), end_time = COALESCE($3, end_time), run_name = COALESCE($4, run_name) WHERE run_key = $1",
        key, (int?)update.Status, update.EndTime, update.RunName);

    /// <summary>Deletes or restores a run; what is in the bin already stays there since when it was. Gives 0 when it is being deleted for good.</summary>
    public static ValueTask<int> SetStageAsync(SqlSession session, long key, LifecycleStage stage, long now) => session.ExecuteAsync(
        "UPDATE runs SET deleted_time = CASE WHEN $2 = 0 THEN NULL WHEN stage = 1 THEN deleted_time ELSE $3 END, stage = $2, "
        + "deleted_with_experiment = 0 WHERE run_key = $1 AND is_garbage = 0",
        key, (int)stage, now);

    /// <summary>Deletes an experiment's active runs, or restores those that were deleted with it.</summary>
    public static ValueTask<int> SetStageOfExperimentAsync(SqlSession session, long experiment, LifecycleStage stage, long now) => stage == LifecycleStage.Deleted
        ? session.ExecuteAsync(
            "UPDATE runs SET stage = 1, deleted_with_experiment = 1, deleted_time = $2 WHERE experiment_id = $1 AND stage = 0", experiment, now)
        : session.ExecuteAsync(
            "UPDATE runs SET stage = 0, deleted_with_experiment = 0, deleted_time = NULL WHERE experiment_id = $1 AND deleted_with_experiment = 1 "
            + "AND is_garbage = 0",
            experiment);

    public static AssayException Unknown(string runId) => new(ErrorCode.ResourceDoesNotExist, $"Run with id={runId} not found");

    private static async Task<KeyedRun> GetAsync(SqlSession session, string runId, string locking) =>
        await session.FirstAsync($"SELECT {Columns} FROM runs WHERE run_id = $1{locking}", Read, runId).ConfigureAwait(false) ?? throw Unknown(runId);

    private static KeyedRun Active(KeyedRun run) => run.Run.LifecycleStage == LifecycleStage.Active
        ? run
        : throw new AssayException(
            ErrorCode.InvalidParameterValue, $"The run {run.Run.RunId} must be in the 'active' state. Current state is deleted.");

    private static KeyedRun Read(SqlRow row) => new(row.Long(0), new Run
    {
        RunId = row.Text(1),
        ExperimentId = row.Long(2).ToString(CultureInfo.InvariantCulture),
        RunName = row.Text(3),
        UserId = row.Text(4),
        Status = (RunStatus)row.Int(5),
        StartTime = row.Long(6),
        EndTime = row.LongOrNull(7),
        LifecycleStage = (LifecycleStage)row.Int(8),
        ArtifactUri = row.Text(9),
    }, row.Flag(10));
}
