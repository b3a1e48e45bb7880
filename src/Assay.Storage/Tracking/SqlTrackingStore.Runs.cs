using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

internal sealed partial class SqlTrackingStore
{
    public Task<Run> CreateRunAsync(NewRun run, CancellationToken cancellationToken = default)
    {
        var tags = TagsOf(run);
        foreach (var tag in tags)
        {
            BatchRules.Check(tag);
        }

        return database.WriteAsync(
            async session =>
            {
                var experiment = await ExperimentTable.GetActiveAsync(session, run.ExperimentId).ConfigureAwait(false);
                var runId = run.RunId ?? Guid.NewGuid().ToString("N");
                var key = await RunTable.InsertAsync(session, new Run
                {
                    RunId = runId,
                    ExperimentId = experiment.ExperimentId,
                    RunName = tags.First(tag => tag.Key == RunTagTable.RunName).Value,
                    UserId = run.UserId,
                    StartTime = run.StartTime ?? Now,
                    ArtifactUri = $"{experiment.ArtifactLocation.TrimEnd('/')}/{runId}/artifacts",
                }).ConfigureAwait(false);
                await RunTagTable.SetAsync(session, key, tags).ConfigureAwait(false);
                return await WholeAsync(session, runId, CancellationToken.None).ConfigureAwait(false);
            },
            cancellationToken);
    }

    public Task<Run> GetRunAsync(string runId, CancellationToken cancellationToken = default) =>
        database.ReadAsync((session, cancel) => WholeAsync(session, runId, cancel), cancellationToken);

    public Task<Page<Run>> SearchRunsAsync(RunQuery query, CancellationToken cancellationToken = default)
    {
        SearchRules.CheckMaxResults(query.MaxResults);
        SearchRules.RefuseFilter(query.Filter, query.OrderBy);
        var purpose = $"runs {query.View} {string.Join(',', query.ExperimentIds)}";
        var after = PageToken.Decode(query.PageToken, purpose, 2);
        return database.ReadAsync(
            async (session, cancel) =>
            {
                var page = Cut(
                    await RunTable.ListAsync(session, query, after, cancel).ConfigureAwait(false),
                    query.MaxResults,
                    last => PageToken.Encode(purpose, last.Run.StartTime, last.Run.RunId));
                return new Page<Run>(await FillAsync(session, page.Items, cancel).ConfigureAwait(false), page.NextPageToken);
            },
            cancellationToken);
    }

    public Task<Run> UpdateRunAsync(string runId, RunUpdate update, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                var run = await RunTable.GetActiveAsync(session, runId).ConfigureAwait(false);
                await RunTable.UpdateAsync(session, run.Key, update).ConfigureAwait(false);
                if (update.RunName is { } name)
                {
                    await RunTagTable.SetAsync(session, run.Key, [new Tag(RunTagTable.RunName, name)]).ConfigureAwait(false);
                }

                return await WholeAsync(session, runId, CancellationToken.None).ConfigureAwait(false);
            },
            cancellationToken);

    public Task SetRunStageAsync(string runId, LifecycleStage stage, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                var run = await RunTable.GetAsync(session, runId).ConfigureAwait(false);
                return await RunTable.SetStageAsync(session, run.Key, stage).ConfigureAwait(false);
            },
            cancellationToken);

    public Task LogBatchAsync(string runId, RunBatch batch, CancellationToken cancellationToken = default)
    {
        BatchRules.Check(batch);
        return database.WriteAsync(
            async session =>
            {
                var run = await RunTable.GetActiveAsync(session, runId).ConfigureAwait(false);
                var single = !batch.IsList && batch.Params.Count == 1 && batch.Metrics.Count == 0 && batch.Tags.Count == 0;
                await ParamTable.AddAsync(session, run, batch.Params, single).ConfigureAwait(false);
                await MetricTable.AddAsync(session, run.Key, batch.Metrics).ConfigureAwait(false);
                await RunTagTable.SetAsync(session, run.Key, batch.Tags).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public Task LogInputsAsync(string runId, IReadOnlyList<DatasetInput> inputs, CancellationToken cancellationToken = default)
    {
        InputTable.Check(inputs);
        return database.WriteAsync(
            async session =>
            {
                var run = await RunTable.GetActiveAsync(session, runId).ConfigureAwait(false);
                await InputTable.AddAsync(session, run, inputs).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public Task DeleteRunTagAsync(string runId, string key, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                var run = await RunTable.GetActiveAsync(session, runId).ConfigureAwait(false);
                var deleted = await RunTagTable.DeleteAsync(session, run.Key, key).ConfigureAwait(false);
                return deleted > 0
                    ? deleted
                    : throw new AssayException(ErrorCode.ResourceDoesNotExist, $"No tag with name: {key} in run with id {runId}");
            },
            cancellationToken);

    public Task<Page<Metric>> GetMetricHistoryAsync(
        string runId, string key, int maxResults = 25_000, string? pageToken = null, CancellationToken cancellationToken = default)
    {
        SearchRules.CheckMaxResults(maxResults);
        var purpose = $"history {runId} {key}";
        var after = PageToken.Decode(pageToken, purpose, 4);
        return database.ReadAsync(
            async (session, cancel) =>
            {
                var run = await RunTable.GetAsync(session, runId).ConfigureAwait(false);
                var points = await MetricTable.HistoryAsync(session, run.Key, key, after, maxResults, cancel).ConfigureAwait(false);
                return Cut(points, maxResults, last => MetricTable.TokenAfter(last, purpose));
            },
            cancellationToken);
    }

    private static async Task<Run> WholeAsync(SqlSession session, string runId, CancellationToken cancellationToken)
    {
        var run = await RunTable.GetAsync(session, runId).ConfigureAwait(false);
        return (await FillAsync(session, [run], cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Adds to runs what was logged to them, with one query a table for all of them.</summary>
    private static async Task<IReadOnlyList<Run>> FillAsync(SqlSession session, IReadOnlyList<KeyedRun> runs, CancellationToken cancellationToken)
    {
        var keys = session.Dialect.Keys([.. runs.Select(run => run.Key)]);
        var metrics = await MetricTable.LatestAsync(session, keys, cancellationToken).ConfigureAwait(false);
        var parameters = await ParamTable.OfAsync(session, keys, cancellationToken).ConfigureAwait(false);
        var tags = await RunTagTable.OfAsync(session, keys, cancellationToken).ConfigureAwait(false);
        var inputs = await InputTable.OfAsync(session, keys, cancellationToken).ConfigureAwait(false);
        return [.. runs.Select(run => run.Run with
        {
            Metrics = metrics[run.Key],
            Params = parameters[run.Key],
            Tags = tags[run.Key],
            Inputs = inputs[run.Key],
        })];
    }

    /// <summary>The notes to begin with, the run's name and user among them.</summary>
    private static List<Tag> TagsOf(NewRun run)
    {
        List<Tag> tags = [.. run.Tags ?? []];
        var tagged = tags.Find(tag => tag.Key == RunTagTable.RunName)?.Value;
        if (!string.IsNullOrEmpty(run.RunName) && !string.IsNullOrEmpty(tagged) && run.RunName != tagged)
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue,
                "Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values "
                + $"(run_name='{run.RunName}', mlflow.runName='{tagged}').");
        }

        var name = !string.IsNullOrEmpty(run.RunName) ? run.RunName : !string.IsNullOrEmpty(tagged) ? tagged : RunNames.Next();
        tags.RemoveAll(tag => tag.Key == RunTagTable.RunName);
        tags.Add(new Tag(RunTagTable.RunName, name));
        if (run.UserId.Length > 0 && !tags.Exists(tag => tag.Key == RunTagTable.User))
        {
            tags.Add(new Tag(RunTagTable.User, run.UserId));
        }

        return tags;
    }
}
