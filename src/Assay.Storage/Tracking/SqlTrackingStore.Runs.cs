using Assay.Storage.LoggedModels;
using Assay.Storage.Search;
using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.Tracking;

internal sealed partial class SqlTrackingStore
{
    public async Task<Run> CreateRunAsync(NewRun run, CancellationToken cancellationToken = default)
    {
        if (run.RunId is { } given)
        {
            RunIdRules.Check(given);
        }

        var tags = TagsOf(run);
        foreach (var tag in tags)
        {
            BatchRules.Check(tag);
        }

        var created = await database.WriteAsync(
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
                }).ConfigureAwait(false)
                    ?? throw new AssayException(ErrorCode.ResourceAlreadyExists, $"Run with id={runId} already exists");
                await RunTagTable.SetAsync(session, key, tags).ConfigureAwait(false);
                var keys = _knownKeys.NewOf(experiment.ExperimentId, new RunBatch { Tags = tags });
                await RunKeyTable.AddAsync(session, keys).ConfigureAwait(false);
                return new CreatedRun(await WholeAsync(session, runId, CancellationToken.None).ConfigureAwait(false), keys);
            },
            cancellationToken).ConfigureAwait(false);
        _knownKeys.Remember(created.Keys);
        return created.Run;
    }

    public Task<Run> GetRunAsync(string runId, CancellationToken cancellationToken = default) =>
        database.ReadAsync((session, cancel) => WholeAsync(session, runId, cancel), cancellationToken);

    public Task<Page<Run>> SearchRunsAsync(RunQuery query, CancellationToken cancellationToken = default)
    {
        SearchRules.CheckMaxResults(query.MaxResults);
        var request = RunSearch.Of(query);
        return database.ReadAsync(
            async (session, cancel) =>
            {
                var page = await SearchSql.PageAsync(session, request, cancel).ConfigureAwait(false);
                var runs = await RunTable.ListAsync(session, page.Keys, cancel).ConfigureAwait(false);
                return new Page<Run>(await FillAsync(session, runs, query.Fields, cancel).ConfigureAwait(false), page.NextPageToken);
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
                return await RunTable.SetStageAsync(session, run.Key, stage, Now).ConfigureAwait(false) > 0
                    ? true
                    : throw RunTable.Unknown(runId); // it is being deleted for good
            },
            cancellationToken);

    public async Task LogBatchAsync(string runId, RunBatch batch, CancellationToken cancellationToken = default)
    {
        BatchRules.Check(batch);
        var keys = await database.WriteAsync(
            async session =>
            {
                var run = await RunTable.GetActiveAsync(session, runId).ConfigureAwait(false);
                var single = !batch.IsList && batch.Params.Count == 1 && batch.Metrics.Count == 0 && batch.Tags.Count == 0;
                await ParamTable.AddAsync(session, run, batch.Params, single).ConfigureAwait(false);
                await MetricTable.AddAsync(session, run.Key, batch.Metrics).ConfigureAwait(false);
                await LoggedModelMetricTable.AddAsync(session, runId, batch.Metrics).ConfigureAwait(false);
                await RunTagTable.SetAsync(session, run.Key, batch.Tags).ConfigureAwait(false);
                var found = _knownKeys.NewOf(run.Run.ExperimentId, batch);
                await RunKeyTable.AddAsync(session, found).ConfigureAwait(false);
                return found;
            },
            cancellationToken).ConfigureAwait(false);
        _knownKeys.Remember(keys);
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
        return (await FillAsync(session, [run], null, cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Adds to runs what was logged to them, or those fields of it, with one query a table for all of them.</summary>
    private static async Task<IReadOnlyList<Run>> FillAsync(
        SqlSession session, IReadOnlyList<KeyedRun> runs, RunFields? fields, CancellationToken cancellationToken)
    {
        var keys = session.Dialect.Keys([.. runs.Select(run => run.Key)]);
        var metrics = await MetricTable.LatestAsync(session, keys, fields?.Metrics, cancellationToken).ConfigureAwait(false);
        var parameters = await ParamTable.OfAsync(session, keys, fields?.Params, cancellationToken).ConfigureAwait(false);
        var tags = await RunTagTable.OfAsync(session, keys, fields is null ? null : [RunTagTable.RunName, .. fields.Tags], cancellationToken)
            .ConfigureAwait(false);
        Run[] filled = [.. runs.Select(run => run.Run with { Metrics = metrics[run.Key], Params = parameters[run.Key], Tags = tags[run.Key] })];
        return fields is { Inputs: false } ? filled : await WithInputsAsync(session, runs, filled, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<Run>> WithInputsAsync(
        SqlSession session, IReadOnlyList<KeyedRun> runs, IReadOnlyList<Run> filled, CancellationToken cancellationToken)
    {
        var inputs = await InputTable.OfAsync(session, session.Dialect.Keys([.. runs.Select(run => run.Key)]), cancellationToken).ConfigureAwait(false);
        return await RunModelTable.FillAsync(
            session, runs, [.. filled.Zip(runs, (run, keyed) => run with { Inputs = inputs[keyed.Key] })], cancellationToken).ConfigureAwait(false);
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

    private sealed record CreatedRun(Run Run, NewRunKeys? Keys);
}
