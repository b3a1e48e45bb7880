using Assay.Client.Http;
using Assay.LoggedModels;
using Assay.Mlflow;
using Assay.Tracking;

namespace Assay.Client.LoggedModels;

/// <summary>Logged models over MLflow's protocol.</summary>
internal sealed class RemoteLoggedModelStore(ServiceClient client, ServerKind kind) : ILoggedModelStore
{
    private static readonly MlflowJson Json = MlflowJson.Default;

    public async Task<LoggedModel> CreateAsync(NewLoggedModel model, CancellationToken cancellationToken = default)
    {
        var creation = new LoggedModelCreation(model, kind);
        return Whole(await client.SendAsync(
            HttpMethod.Post, MlflowPaths.Of("logged-models"), creation.Request, Json.CreateLoggedModelRequest, Json.LoggedModelResponse,
            cancellationToken, new Recovery<LoggedModelResponse>(creation.LookAsync)).ConfigureAwait(false));
    }

    public async Task<LoggedModel> GetAsync(string modelId, CancellationToken cancellationToken = default) =>
        Whole(await client.GetAsync(Path(modelId), Json.LoggedModelResponse, cancellationToken).ConfigureAwait(false));

    public async Task<Page<LoggedModel>> SearchAsync(LoggedModelQuery query, CancellationToken cancellationToken = default)
    {
        var request = new SearchLoggedModelsRequest
        {
            ExperimentIds = [.. query.ExperimentIds],
            Filter = query.Filter,
            Datasets = query.Datasets.ToMessages(set => new LoggedModelDatasetMessage { DatasetName = set.Name, DatasetDigest = set.Digest }),
            OrderBy = query.OrderBy.ToMessages(order => new LoggedModelOrderMessage
            {
                FieldName = order.Field,
                Ascending = order.Ascending,
                DatasetName = order.DatasetName,
                DatasetDigest = order.DatasetDigest,
            }),
            MaxResults = query.MaxResults,
            PageToken = query.PageToken,
        };
        var found = await client.SendAsync(
            HttpMethod.Post, MlflowPaths.Of("logged-models/search"), request, Json.SearchLoggedModelsRequest, Json.SearchLoggedModelsResponse,
            cancellationToken).ConfigureAwait(false);
        return new(found.Models.ToEntities(LoggedModelReading.ToModel), string.IsNullOrEmpty(found.NextPageToken) ? null : found.NextPageToken);
    }

    public async Task<LoggedModel> FinalizeAsync(string modelId, LoggedModelStatus status, CancellationToken cancellationToken = default) =>
        Whole(await client.SendAsync(
            HttpMethod.Patch, Path(modelId), new FinalizeLoggedModelRequest { ModelId = modelId, Status = MlflowNames.Of(status) },
            Json.FinalizeLoggedModelRequest, Json.LoggedModelResponse, cancellationToken).ConfigureAwait(false));

    public Task DeleteAsync(string modelId, CancellationToken cancellationToken = default) => client.SendAsync(
        HttpMethod.Delete, Path(modelId), new EmptyMessage(), Json.EmptyMessage, Json.EmptyMessage, cancellationToken, Settled.WhenGone);

    public async Task<LoggedModel> SetTagsAsync(string modelId, IReadOnlyList<Tag> tags, CancellationToken cancellationToken = default) =>
        Whole(await client.SendAsync(
            HttpMethod.Patch, Path(modelId) + "/tags",
            new SetLoggedModelTagsRequest { ModelId = modelId, Tags = tags.ToMessages(RunMapping.ToMessage) },
            Json.SetLoggedModelTagsRequest, Json.LoggedModelResponse, cancellationToken).ConfigureAwait(false));

    public Task DeleteTagAsync(string modelId, string key, CancellationToken cancellationToken = default) => client.SendAsync(
        HttpMethod.Delete, $"{Path(modelId)}/tags/{Uri.EscapeDataString(key)}", new EmptyMessage(), Json.EmptyMessage, Json.EmptyMessage,
        cancellationToken, Settled.WhenGone);

    public Task LogParamsAsync(string modelId, IReadOnlyList<Param> parameters, CancellationToken cancellationToken = default) => client.SendAsync(
        HttpMethod.Post, Path(modelId) + "/params",
        new LogLoggedModelParamsRequest { ModelId = modelId, Params = parameters.ToMessages(RunMapping.ToMessage) },
        Json.LogLoggedModelParamsRequest, Json.EmptyMessage, cancellationToken);

    private static string Path(string modelId) => MlflowPaths.Of($"logged-models/{Uri.EscapeDataString(modelId)}");

    private static LoggedModel Whole(LoggedModelResponse response) => (response.Model ?? new()).ToModel();
}
