using System.Globalization;
using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>A run with the integer that other tables know it by.</summary>
internal sealed record KeyedRun(long Key, Run Run);

/// <summary>The SQL of runs themselves, without what was logged to them.</summary>
internal static class RunTable
{
    private const string Columns = "run_key, run_id, experiment_id, run_name, user_id, status, start_time, end_time, stage, artifact_uri";

    /// <summary>Inserts and gives the key.</summary>
    public static async Task<long> InsertAsync(SqlSession session, Run run) => (await session.KeyAsync(
        "INSERT INTO runs (run_id, experiment_id, run_name, user_id, status, start_time, artifact_uri) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING run_key",
        run.RunId, ExperimentTable.Key(run.ExperimentId), run.RunName, run.UserId, (int)run.Status, run.StartTime, run.ArtifactUri).ConfigureAwait(false))!.Value;

    /// <summary>The run, of whatever stage; refuses an id that none has.</summary>
    public static Task<KeyedRun> GetAsync(SqlSession session, string runId) => GetAsync(session, runId, "");

    /// <summary>The run, which must be active.</summary>
    public static async Task<KeyedRun> GetActiveAsync(SqlSession session, string runId) =>
        Active(await GetAsync(session, runId).ConfigureAwait(false));

    /// <summary>The run, which must be active, for this write alone.</summary>
    public static async Task<KeyedRun> LockActiveAsync(SqlSession session, string runId) =>
        Active(await GetAsync(session, runId, session.Dialect.ForUpdate).ConfigureAwait(false));

    /// <summary>The page's runs, the newest first, and one more when there is a next page.</summary>
    public static ValueTask<List<KeyedRun>> ListAsync(SqlSession session, RunQuery query, PageToken? after, CancellationToken cancellationToken)
    {
        // A filter's conditions and an ordering enter here.
        var start = after?.Long(0) ?? long.MaxValue;
        return session.ListAsync(
            $"SELECT {Columns} FROM runs WHERE {session.Dialect.KeyIn("experiment_id", "$1")} AND {SearchRules.Stage(query.View, "stage")} "
            + "AND start_time <= $2 AND (start_time < $2 OR run_id > $3) ORDER BY start_time DESC, run_id LIMIT $4",
            Read, cancellationToken,
            session.Dialect.Keys([.. query.ExperimentIds.Select(ExperimentTable.Key)]), start, after?.Text(1) ?? "", query.MaxResults + 1);
    }

    public static ValueTask UpdateAsync(SqlSession session, long key, RunUpdate update) => session.PostAsync(
        "UPDATE runs SET status = COALESCE($2, status), end_time = COALESCE($3, end_time), run_name = COALESCE($4, run_name) WHERE run_key = $1",
        key, (int?)update.Status, update.EndTime, update.RunName);

    public static ValueTask<int> SetStageAsync(SqlSession session, long key, LifecycleStage stage) => session.ExecuteAsync(
        "UPDATE runs SET stage = $2, deleted_with_experiment = 0 WHERE run_key = $1", key, (int)stage);

    /// <summary>Deletes an experiment's active runs, or restores those that were deleted with it.</summary>
    public static ValueTask<int> SetStageOfExperimentAsync(SqlSession session, long experiment, LifecycleStage stage) => session.ExecuteAsync(
        stage == LifecycleStage.Deleted
            ? "UPDATE runs SET stage = 1, deleted_with_experiment = 1 WHERE experiment_id = $1 AND stage = 0"
            : "UPDATE runs SET stage = 0, deleted_with_experiment = 0 WHERE experiment_id = $1 AND deleted_with_experiment = 1",
        experiment);

    private static async Task<KeyedRun> GetAsync(SqlSession session, string runId, string locking) =>
        await session.FirstAsync($"SELECT {Columns} FROM runs WHERE run_id = $1{locking}", Read, runId).ConfigureAwait(false)
        ?? throw new AssayException(ErrorCode.ResourceDoesNotExist, $"Run with id={runId} not found");

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
    });
}
