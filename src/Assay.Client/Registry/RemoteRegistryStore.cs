using System.Text.Json.Serialization.Metadata;
using Assay.Client.Http;
using Assay.Mlflow;
using Assay.Registry;
using Assay.Tracking;

namespace Assay.Client.Registry;

/// <summary>Registered models over MLflow's protocol; their versions and aliases are in the other parts.</summary>
internal sealed partial class RemoteRegistryStore(ServiceClient client) : IRegistryStore
{
    private static readonly MlflowJson Json = MlflowJson.Default;

    public async Task<RegisteredModel> CreateModelAsync(NewRegisteredModel model, CancellationToken cancellationToken = default)
    {
        var request = new CreateRegisteredModelRequest
        {
            Name = model.Name,
            Description = model.Description,
            Tags = (model.Tags ?? []).ToMessages(RunMapping.ToMessage),
            CreationTimestamp = model.CreationTime,
        };

        // Names are unique, so a model of that name is what the lost call made.
        var once = new Recovery<RegisteredModelResponse>(Look: async (again, cancel) =>
        {
            try
            {
                return await FetchModelAsync(again, model.Name, cancel).ConfigureAwait(false);
            }
            catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
            {
                return null;
            }
        });
        return Whole(await client.SendAsync(
            HttpMethod.Post, MlflowPaths.Of("registered-models/create"), request, Json.CreateRegisteredModelRequest, Json.RegisteredModelResponse,
            cancellationToken, once).ConfigureAwait(false));
    }

    public async Task<RegisteredModel> GetModelAsync(string name, CancellationToken cancellationToken = default) =>
        Whole(await FetchModelAsync(client, name, cancellationToken).ConfigureAwait(false));

    public async Task<Page<RegisteredModel>> SearchModelsAsync(RegisteredModelQuery query, CancellationToken cancellationToken = default)
    {
        var path = Search("registered-models/search", query.Filter, query.OrderBy, query.MaxResults, query.PageToken);
        var found = await client.GetAsync(path, Json.SearchRegisteredModelsResponse, cancellationToken).ConfigureAwait(false);
        return new(found.RegisteredModels.ToEntities(RegistryReading.ToModel), Token(found.NextPageToken));
    }

    public async Task<RegisteredModel> DescribeModelAsync(string name, string? description, CancellationToken cancellationToken = default) =>
        Whole(await client.SendAsync(
            HttpMethod.Patch, MlflowPaths.Of("registered-models/update"),
            new RegisteredModelRequest { Name = name, Description = description ?? "" }, Json.RegisteredModelRequest, Json.RegisteredModelResponse,
            cancellationToken).ConfigureAwait(false));

    public async Task<RegisteredModel> RenameModelAsync(string name, string newName, CancellationToken cancellationToken = default)
    {
        await SendAsync(
            HttpMethod.Post, "registered-models/rename", new RegisteredModelRequest { Name = name, NewName = newName }, Json.RegisteredModelRequest,
            cancellationToken, Settled.WhenGone).ConfigureAwait(false);
        return await GetModelAsync(newName, cancellationToken).ConfigureAwait(false);
    }

    public Task DeleteModelAsync(string name, CancellationToken cancellationToken = default) => SendAsync(
        HttpMethod.Delete, "registered-models/delete", new RegisteredModelRequest { Name = name }, Json.RegisteredModelRequest, cancellationToken,
        Settled.WhenGone);

    public Task SetModelTagAsync(string name, Tag tag, CancellationToken cancellationToken = default) => SendAsync(
        HttpMethod.Post, "registered-models/set-tag",
        new ModelTagRequest { Name = name, Key = tag.Key, Value = tag.Value }, Json.ModelTagRequest, cancellationToken);

    public Task DeleteModelTagAsync(string name, string key, CancellationToken cancellationToken = default) => SendAsync(
        HttpMethod.Delete, "registered-models/delete-tag", new ModelTagRequest { Name = name, Key = key }, Json.ModelTagRequest, cancellationToken,
        Settled.WhenGone);

    private static Task<RegisteredModelResponse> FetchModelAsync(ServiceClient client, string name, CancellationToken cancellationToken) =>
        client.GetAsync(
            new UrlQuery(MlflowPaths.Of("registered-models/get")).Add("name", name).ToString(), Json.RegisteredModelResponse, cancellationToken);

    private static RegisteredModel Whole(RegisteredModelResponse response) => (response.RegisteredModel ?? new()).ToModel();

    private static string Search(string call, string? filter, IReadOnlyList<string> orderBy, int maxResults, string? pageToken) =>
        new UrlQuery(MlflowPaths.Of(call))
            .Add("filter", string.IsNullOrEmpty(filter) ? null : filter).Add("max_results", maxResults).Add("order_by", orderBy)
            .Add("page_token", pageToken).ToString();

    private static string? Token(string? token) => string.IsNullOrEmpty(token) ? null : token;

    private Task<EmptyMessage> SendAsync<TRequest>(
        HttpMethod method, string call, TRequest message, JsonTypeInfo<TRequest> type, CancellationToken cancellationToken,
        Recovery<EmptyMessage>? recovery = null) =>
        client.SendAsync(method, MlflowPaths.Of(call), message, type, Json.EmptyMessage, cancellationToken, recovery);
}
