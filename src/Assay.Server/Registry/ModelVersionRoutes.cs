using Assay.Mlflow;
using Assay.Registry;
using Assay.Server.Access;
using Assay.Server.Mlflow;
using Assay.Tracking;

namespace Assay.Server.Registry;

/// <summary>MLflow's <c>model-versions/…</c>.</summary>
internal static class ModelVersionRoutes
{
    private const int PageLength = 10_000;

    public static void Map(MlflowRoutes routes)
    {
        var json = MlflowJson.Default;
        routes.Post("model-versions/create", json.CreateModelVersionRequest, json.ModelVersionResponse, CreateAsync);
        routes.Map("PATCH", "2.0", "model-versions/update", Need.Write, json.ModelVersionRequest, json.ModelVersionResponse, UpdateAsync);
        routes.Post("model-versions/transition-stage", json.TransitionStageRequest, json.ModelVersionResponse, MoveAsync);
        routes.Map("DELETE", "2.0", "model-versions/delete", Need.Write, json.ModelVersionRequest, json.EmptyMessage, DeleteAsync);
        routes.Get("model-versions/get", json.ModelVersionRequest, json.ModelVersionResponse, GetAsync);
        routes.Get("model-versions/search", json.SearchModelsRequest, json.SearchModelVersionsResponse, SearchAsync);
        routes.Get("model-versions/get-download-uri", json.ModelVersionRequest, json.DownloadUriResponse, GetDownloadUriAsync);
        routes.Post("model-versions/set-tag", json.ModelTagRequest, SetTagAsync);
        routes.Map("DELETE", "2.0", "model-versions/delete-tag", Need.Write, json.ModelTagRequest, json.EmptyMessage, DeleteTagAsync);
    }

    private static async Task<ModelVersionResponse> CreateAsync(MlflowCall call, CreateModelVersionRequest request)
    {
        var version = new NewModelVersion(Required.Text(request.Name, "name"), Required.Text(request.Source, "source"))
        {
            RunId = request.RunId,
            RunLink = request.RunLink,
            Description = request.Description,
            ModelId = string.IsNullOrEmpty(request.ModelId) ? null : request.ModelId,
            Tags = request.Tags.ToEntities(RunMapping.ToTag),
            UserId = Caller.UserOf(call.Context, request.UserId),
            Version = request.Version,
            CreationTime = request.CreationTimestamp,
        };
        await ModelVersionSource.CheckAsync(call, version).ConfigureAwait(false);
        return Answer(await call.Store.Registry.CreateVersionAsync(version, call.Cancel).ConfigureAwait(false));
    }

    private static async Task<ModelVersionResponse> UpdateAsync(MlflowCall call, ModelVersionRequest request)
    {
        var name = Required.Text(request.Name, "name");
        var version = ModelVersionFields.Number(request.Version);
        return Answer(await call.Store.Registry.DescribeVersionAsync(name, version, request.Description, call.Cancel).ConfigureAwait(false));
    }

    private static async Task<ModelVersionResponse> MoveAsync(MlflowCall call, TransitionStageRequest request)
    {
        var name = Required.Text(request.Name, "name");
        var version = ModelVersionFields.Number(request.Version);
        var stage = ModelVersionFields.Stage(Required.Text(request.Stage, "stage"));
        return Answer(await call.Store.Registry.MoveVersionAsync(name, version, stage, request.ArchiveExistingVersions ?? false, call.Cancel)
            .ConfigureAwait(false));
    }

    private static async Task<EmptyMessage> DeleteAsync(MlflowCall call, ModelVersionRequest request)
    {
        var name = Required.Text(request.Name, "name");
        await call.Store.Registry.DeleteVersionAsync(name, ModelVersionFields.Number(request.Version), call.Cancel).ConfigureAwait(false);
        return MlflowCall.Empty;
    }

    private static async Task<ModelVersionResponse> GetAsync(MlflowCall call, ModelVersionRequest request) =>
        Answer(await FindAsync(call, request).ConfigureAwait(false));

    private static async Task<DownloadUriResponse> GetDownloadUriAsync(MlflowCall call, ModelVersionRequest request) =>
        new() { ArtifactUri = (await FindAsync(call, request).ConfigureAwait(false)).StorageLocation };

    private static async Task<SearchModelVersionsResponse> SearchAsync(MlflowCall call, SearchModelsRequest request)
    {
        var page = await call.Store.Registry.SearchVersionsAsync(
            new ModelVersionQuery
            {
                Filter = request.Filter,
                OrderBy = request.OrderBy ?? [],
                MaxResults = Given.MaxResults(request.MaxResults, PageLength),
                PageToken = request.PageToken,
            },
            call.Cancel).ConfigureAwait(false);
        return new() { ModelVersions = page.Items.ToMessages(RegistryMapping.ToMessage), NextPageToken = page.NextPageToken };
    }

    private static Task SetTagAsync(MlflowCall call, ModelTagRequest request)
    {
        var name = Required.Text(request.Name, "name");
        var version = ModelVersionFields.Number(request.Version);
        return call.Store.Registry.SetVersionTagAsync(name, version, new Tag(Required.Text(request.Key, "key"), request.Value ?? ""), call.Cancel);
    }

    private static async Task<EmptyMessage> DeleteTagAsync(MlflowCall call, ModelTagRequest request)
    {
        var name = Required.Text(request.Name, "name");
        var version = ModelVersionFields.Number(request.Version);
        await call.Store.Registry.DeleteVersionTagAsync(name, version, Required.Text(request.Key, "key"), call.Cancel).ConfigureAwait(false);
        return MlflowCall.Empty;
    }

    private static Task<ModelVersion> FindAsync(MlflowCall call, ModelVersionRequest request)
    {
        var name = Required.Text(request.Name, "name");
        return call.Store.Registry.GetVersionAsync(name, ModelVersionFields.Number(request.Version), call.Cancel);
    }

    private static ModelVersionResponse Answer(ModelVersion version) => new() { ModelVersion = version.ToMessage() };
}
