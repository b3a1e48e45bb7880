using Assay.LoggedModels;
using Assay.Storage.Sql;
using Assay.Storage.Tracking;
using Assay.Tracking;

namespace Assay.Storage.LoggedModels;

/// <summary>Logged models over SQL; the search is in the other part.</summary>
internal sealed partial class SqlLoggedModelStore(ISqlDatabase database, TimeProvider clock) : ILoggedModelStore
{
    private static readonly TagTable Tags = TagTable.OfLoggedModels;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Task<LoggedModel> CreateAsync(NewLoggedModel model, CancellationToken cancellationToken = default)
    {
        LoggedModelRules.Check(model);
        return database.WriteAsync(
            async session =>
            {
                var experiment = await ExperimentTable.GetActiveAsync(session, model.ExperimentId).ConfigureAwait(false);
                var id = model.ModelId ?? $"m-{Guid.NewGuid():N}";
                var created = new LoggedModel
                {
                    ModelId = id,
                    ExperimentId = experiment.ExperimentId,
                    Name = string.IsNullOrEmpty(model.Name) ? RunNames.Next() : model.Name,
                    ArtifactUri = $"{experiment.ArtifactLocation.TrimEnd('/')}/models/{id}/artifacts",
                    CreationTime = model.CreationTime ?? Now,
                    Status = LoggedModelStatus.Pending,
                    ModelType = model.ModelType,
                    SourceRunId = string.IsNullOrEmpty(model.SourceRunId) ? null : model.SourceRunId,
                };
                var key = await LoggedModelTable.InsertAsync(session, created).ConfigureAwait(false)
                    ?? throw new AssayException(ErrorCode.ResourceAlreadyExists, $"Logged model with ID '{id}' already exists.");
                await LoggedModelParamTable.AddAsync(session, new(key, created), model.Params).ConfigureAwait(false);
                await Tags.SetAsync(session, key, model.Tags).ConfigureAwait(false);
                return await WholeAsync(session, id, CancellationToken.None).ConfigureAwait(false);
            },
            cancellationToken);
    }

    public Task<LoggedModel> GetAsync(string modelId, CancellationToken cancellationToken = default) =>
        database.ReadAsync((session, cancel) => WholeAsync(session, modelId, cancel), cancellationToken);

    public Task<LoggedModel> FinalizeAsync(string modelId, LoggedModelStatus status, CancellationToken cancellationToken = default) =>
        ChangeAsync(modelId, (session, model) => LoggedModelTable.SetStatusAsync(session, model.Key, status, Now).AsTask(), cancellationToken);

    public Task DeleteAsync(string modelId, CancellationToken cancellationToken = default) => database.WriteAsync(
        async session =>
        {
            var model = await LoggedModelTable.LockAsync(session, modelId).ConfigureAwait(false);
            return await LoggedModelTable.DeleteAsync(session, model.Key, Now).ConfigureAwait(false);
        },
        cancellationToken);

    public Task<LoggedModel> SetTagsAsync(string modelId, IReadOnlyList<Tag> tags, CancellationToken cancellationToken = default)
    {
        LoggedModelRules.Check(tags);
        return ChangeAsync(modelId, (session, model) => Tags.SetAsync(session, model.Key, tags), cancellationToken);
    }

    public Task DeleteTagAsync(string modelId, string key, CancellationToken cancellationToken = default) => ChangeAsync(
        modelId,
        async (session, model) =>
        {
            if (await Tags.DeleteAsync(session, model.Key, key).ConfigureAwait(false) == 0)
            {
                throw new AssayException(ErrorCode.ResourceDoesNotExist, $"No tag with key '{key}' found for model with ID '{modelId}'.");
            }
        },
        cancellationToken);

    public Task LogParamsAsync(string modelId, IReadOnlyList<Param> parameters, CancellationToken cancellationToken = default)
    {
        LoggedModelRules.Check(parameters);
        return ChangeAsync(modelId, (session, model) => LoggedModelParamTable.AddAsync(session, model, parameters), cancellationToken);
    }

    /// <summary>Changes a model that must be there, and returns it as it is then.</summary>
    private Task<LoggedModel> ChangeAsync(string modelId, Func<SqlSession, KeyedLoggedModel, Task> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                await change(session, await LoggedModelTable.LockAsync(session, modelId).ConfigureAwait(false)).ConfigureAwait(false);
                return await WholeAsync(session, modelId, CancellationToken.None).ConfigureAwait(false);
            },
            cancellationToken);

    private static async Task<LoggedModel> WholeAsync(SqlSession session, string modelId, CancellationToken cancellationToken)
    {
        var model = await LoggedModelTable.GetAsync(session, modelId).ConfigureAwait(false);
        return (await FillAsync(session, [model], cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Adds notes, settings and metrics, with one query a table for all models.</summary>
    private static async Task<IReadOnlyList<LoggedModel>> FillAsync(
        SqlSession session, IReadOnlyList<KeyedLoggedModel> models, CancellationToken cancellationToken)
    {
        var keys = session.Dialect.Keys([.. models.Select(model => model.Key)]);
        var tags = await Tags.OfAsync(session, keys, cancellationToken).ConfigureAwait(false);
        var parameters = await LoggedModelParamTable.OfAsync(session, keys, cancellationToken).ConfigureAwait(false);
        var ids = models.ToDictionary(model => model.Key, model => model.Model.ModelId);
        var metrics = await LoggedModelMetricTable.OfAsync(session, ids, keys, cancellationToken).ConfigureAwait(false);
        return [.. models.Select(model => model.Model with
        {
            Tags = tags[model.Key],
            Params = parameters[model.Key],
            Metrics = metrics[model.Key],
        })];
    }
}
