using Assay.Mlflow;
using Assay.Server.Access;
using Assay.Server.Mlflow;

namespace Assay.Server.LoggedModels;

/// <summary>MLflow's <c>logged-models/ID/…</c>: notes, settings and files of a model.</summary>
internal static class LoggedModelDataRoutes
{
    public static void Map(MlflowRoutes routes)
    {
        var json = MlflowJson.Default;
        routes.Map(
            "PATCH", "2.0", "logged-models/{model_id}/tags", Need.Write, json.SetLoggedModelTagsRequest, json.LoggedModelResponse, SetTagsAsync);
        routes.Map(
            "DELETE", "2.0", "logged-models/{model_id}/tags/{tag_key}", Need.Write, json.EmptyMessage, json.EmptyMessage, DeleteTagAsync);
        routes.Post("logged-models/{model_id}/params", json.LogLoggedModelParamsRequest, LogParamsAsync);
        routes.Get(
            "logged-models/{model_id}/artifacts/directories", json.ListLoggedModelArtifactsRequest, json.ListArtifactsResponse, ListArtifactsAsync);
    }

    private static async Task<LoggedModelResponse> SetTagsAsync(MlflowCall call, SetLoggedModelTagsRequest request)
    {
        var tags = request.Tags.ToEntities(RunMapping.ToTag);
        var model = await call.Store.LoggedModels.SetTagsAsync(call.Route("model_id"), tags, call.Cancel).ConfigureAwait(false);
        return new() { Model = model.ToMessage() };
    }

    private static async Task<EmptyMessage> DeleteTagAsync(MlflowCall call, EmptyMessage request)
    {
        // A path's values are decoded, but for the slash.
        var key = call.Route("tag_key").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        await call.Store.LoggedModels.DeleteTagAsync(call.Route("model_id"), key, call.Cancel).ConfigureAwait(false);
        return MlflowCall.Empty;
    }

    private static Task LogParamsAsync(MlflowCall call, LogLoggedModelParamsRequest request) =>
        call.Store.LoggedModels.LogParamsAsync(call.Route("model_id"), request.Params.ToEntities(RunMapping.ToParam), call.Cancel);

    private static async Task<ListArtifactsResponse> ListArtifactsAsync(MlflowCall call, ListLoggedModelArtifactsRequest request)
    {
        var model = await call.Store.LoggedModels.GetAsync(call.Route("model_id"), call.Cancel).ConfigureAwait(false);
        var path = string.IsNullOrEmpty(request.ArtifactDirectoryPath) ? null : request.ArtifactDirectoryPath;
        var files = await call.Store.Artifacts.ListAsync(model.ArtifactUri, path, call.Cancel).ConfigureAwait(false);
        return new()
        {
            RootUri = model.ArtifactUri,
            Files = files.ToMessages(file => new FileInfoMessage { Path = file.Path, IsDir = file.IsDirectory, FileSize = file.Size }),
        };
    }
}
