using System.Globalization;
using Assay.Storage.Search;
using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

/// <summary>Experiments over SQL; runs are in the other part.</summary>
internal sealed partial class SqlTrackingStore(ISqlDatabase database, TimeProvider clock) : ITrackingStore
{
    private const int LongestExperimentName = 500;
    private const int LongestModelId = 250;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Task<Experiment> CreateExperimentAsync(NewExperiment experiment, CancellationToken cancellationToken = default)
    {
        CheckName(experiment.Name);
        foreach (var tag in experiment.Tags ?? [])
        {
            BatchRules.Check(tag);
        }

        return database.WriteAsync(
            async session =>
            {
                var key = await ExperimentTable.InsertAsync(session, experiment.Name, experiment.ArtifactLocation, Now).ConfigureAwait(false)
                    ?? throw await TakenAsync(session, experiment.Name).ConfigureAwait(false);
                foreach (var tag in experiment.Tags ?? [])
                {
                    await ExperimentTable.SetTagAsync(session, key, tag).ConfigureAwait(false);
                }

                return (await ExperimentTable.FindAsync(session, key).ConfigureAwait(false))!;
            },
            cancellationToken);
    }

    public Task<Experiment> GetExperimentAsync(string experimentId, CancellationToken cancellationToken = default) =>
        database.ReadAsync((session, _) => ExperimentTable.GetAsync(session, experimentId), cancellationToken);

    public Task<Experiment?> FindExperimentAsync(string name, CancellationToken cancellationToken = default) =>
        database.ReadAsync((session, _) => ExperimentTable.FindAsync(session, name), cancellationToken);

    public Task<Page<Experiment>> SearchExperimentsAsync(ExperimentQuery query, CancellationToken cancellationToken = default)
    {
        SearchRules.CheckMaxResults(query.MaxResults);
        var request = ExperimentSearch.Of(query);
        return database.ReadAsync(
            async (session, cancel) =>
            {
                var page = await SearchSql.PageAsync(session, request, cancel).ConfigureAwait(false);
                return new Page<Experiment>(await ExperimentTable.ListAsync(session, page.Keys, cancel).ConfigureAwait(false), page.NextPageToken);
            },
            cancellationToken);
    }

    public Task RenameExperimentAsync(string experimentId, string name, CancellationToken cancellationToken = default)
    {
        CheckName(name);
        return database.WriteAsync(
            async session =>
            {
                var experiment = await ExperimentTable.LockAsync(session, experimentId).ConfigureAwait(false);
                if (experiment.LifecycleStage != LifecycleStage.Active)
                {
                    throw new AssayException(ErrorCode.InvalidState, "Cannot rename a non-active experiment.");
                }

                var taken = await ExperimentTable.FindAsync(session, name).ConfigureAwait(false);
                if (taken is not null && taken.ExperimentId != experiment.ExperimentId)
                {
                    throw await TakenAsync(session, name).ConfigureAwait(false);
                }

                return await ExperimentTable.RenameAsync(session, ExperimentTable.Key(experimentId), name, Now).ConfigureAwait(false);
            },
            cancellationToken);
    }

    public Task SetExperimentStageAsync(string experimentId, LifecycleStage stage, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                // Like MLflow: what is deleted cannot be deleted again, nor what is active restored.
                var experiment = await ExperimentTable.LockAsync(session, experimentId).ConfigureAwait(false);
                if (experiment.LifecycleStage == stage)
                {
                    throw ExperimentTable.Unknown(experimentId);
                }

                var key = ExperimentTable.Key(experimentId);
                if (await ExperimentTable.SetStageAsync(session, key, stage, Now).ConfigureAwait(false) == 0)
                {
                    throw ExperimentTable.Unknown(experimentId); // it is being deleted for good
                }

                return await RunTable.SetStageOfExperimentAsync(session, key, stage, Now).ConfigureAwait(false);
            },
            cancellationToken);

    public Task SetExperimentTagAsync(string experimentId, Tag tag, CancellationToken cancellationToken = default)
    {
        BatchRules.Check(tag);
        return database.WriteAsync(
            async session =>
            {
                var experiment = await ExperimentTable.GetActiveAsync(session, experimentId).ConfigureAwait(false);
                return await ExperimentTable.SetTagAsync(session, ExperimentTable.Key(experiment.ExperimentId), tag).ConfigureAwait(false);
            },
            cancellationToken);
    }

    public Task DeleteExperimentTagAsync(string experimentId, string key, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                var experiment = await ExperimentTable.GetActiveAsync(session, experimentId).ConfigureAwait(false);
                var deleted = await ExperimentTable.DeleteTagAsync(session, ExperimentTable.Key(experiment.ExperimentId), key)
                    .ConfigureAwait(false);
                return deleted > 0
                    ? deleted
                    : throw new AssayException(
                        ErrorCode.ResourceDoesNotExist, $"No tag with name: {key} in experiment with id {experimentId}");
            },
            cancellationToken);

    /// <summary>A page of at most so many of the entries, of which one more than that was asked for.</summary>
    private static Page<T> Cut<T>(List<T> entries, int maxResults, Func<T, string> tokenAfter)
    {
        if (entries.Count <= maxResults)
        {
            return new(entries, null);
        }

        entries.RemoveRange(maxResults, entries.Count - maxResults);
        return new(entries, tokenAfter(entries[^1]));
    }

    private static void CheckName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw EntityKey.Missing("name");
        }

        EntityKey.CheckLength("Experiment name", name, LongestExperimentName);
    }

    private static async Task<AssayException> TakenAsync(SqlSession session, string name)
    {
        var taken = await ExperimentTable.FindAsync(session, name).ConfigureAwait(false);
        var advice = taken?.LifecycleStage == LifecycleStage.Deleted
            ? string.Create(CultureInfo.InvariantCulture, $"It is deleted: restore experiment {taken.ExperimentId} or choose another name.")
            : "Choose another name.";
        return new AssayException(ErrorCode.ResourceAlreadyExists, $"Experiment(name={name}) already exists. {advice}");
    }
}
