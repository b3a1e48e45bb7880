using Assay.Storage.Sql;
using Assay.Storage.Tracking;
using Assay.Tracking;

namespace Assay.Storage.Maintenance;

/// <summary>The experiments and runs that a selection names.</summary>
internal sealed record BinNames(bool AreGiven, IReadOnlyCollection<long> Experiments, IReadOnlyCollection<long> Runs)
{
    /// <summary>Looks them up; refuses what is not there, not in the bin, or not in it for long enough.</summary>
    public static async Task<BinNames> ReadAsync(SqlSession session, GarbageSelection selection, long olderThan)
    {
        var experiments = new List<long>();
        foreach (var id in selection.ExperimentIds)
        {
            await CheckExperimentAsync(session, id, olderThan).ConfigureAwait(false);
            experiments.Add(ExperimentTable.Key(id));
        }

        var runs = new List<long>();
        foreach (var id in selection.RunIds)
        {
            var run = await RunTable.GetAsync(session, id).ConfigureAwait(false);
            CheckStage($"Run {id}", run.Run.LifecycleStage);
            await CheckAgeAsync(session, $"Run {id}", "SELECT deleted_time FROM runs WHERE run_key = $1", run.Key, olderThan).ConfigureAwait(false);
            runs.Add(run.Key);
        }

        return new(selection.IsNamed, experiments, runs);
    }

    private static async Task CheckExperimentAsync(SqlSession session, string id, long olderThan)
    {
        var experiment = await ExperimentTable.GetAsync(session, id).ConfigureAwait(false);
        CheckStage($"Experiment {id}", experiment.LifecycleStage);
        if (id == "0")
        {
            throw new BadInputException("Experiment 0 is the one that every store has: delete its runs, it stays itself.");
        }

        var key = ExperimentTable.Key(id);
        await CheckAgeAsync(session, $"Experiment {id}", "SELECT deleted_time FROM experiments WHERE experiment_id = $1", key, olderThan)
            .ConfigureAwait(false);
        if (await session.FirstAsync("SELECT run_id FROM runs WHERE experiment_id = $1 AND stage = 0 LIMIT 1", row => row.Text(0), key)
            .ConfigureAwait(false) is { } active)
        {
            throw new BadInputException($"Experiment {id} has a run that was restored, {active}: delete that first, or restore the experiment.");
        }
    }

    private static void CheckStage(string what, LifecycleStage stage)
    {
        if (stage != LifecycleStage.Deleted)
        {
            throw new BadInputException($"{what} is not in the bin: only what was deleted before can be deleted for good.");
        }
    }

    private static async Task CheckAgeAsync(SqlSession session, string what, string sql, long key, long olderThan)
    {
        if (await session.KeyAsync(sql, key).ConfigureAwait(false) > olderThan)
        {
            throw new BadInputException($"{what} has not been in the bin for so long: ask for a shorter time.");
        }
    }
}
