using Assay.Mlflow;
using Assay.Registry;
using Assay.Server.Access;
using Assay.Server.Mlflow;
using Assay.Tracking;

namespace Assay.Server.Registry;

/// <summary>MLflow's <c>registered-models/…</c>; prompts are registered models too.</summary>
internal static class RegisteredModelRoutes
{
    private const int PageLength = 100;

    public static void Map(MlflowRoutes routes)
    {
        var json = MlflowJson.Default;
        routes.Post("registered-models/create", json.CreateRegisteredModelRequest, json.RegisteredModelResponse, CreateAsync);
        routes.Post("registered-models/rename", json.RegisteredModelRequest, json.RegisteredModelResponse, RenameAsync);
        routes.Map("PATCH", "2.0", "registered-models/update", Need.Write, json.RegisteredModelRequest, json.RegisteredModelResponse, UpdateAsync);
        routes.Map("DELETE", "2.0", "registered-models/delete", Need.Write, json.RegisteredModelRequest, json.EmptyMessage, DeleteAsync);
        routes.Get("registered-models/get", json.RegisteredModelRequest, json.RegisteredModelResponse, GetAsync);
        routes.Get("registered-models/search", json.SearchModelsRequest, json.SearchRegisteredModelsResponse, SearchAsync);
        routes.Get("registered-models/get-latest-versions", json.GetLatestVersionsRequest, json.GetLatestVersionsResponse, GetLatestAsync);
        routes.Post(
            "registered-models/get-latest-versions", json.GetLatestVersionsRequest, json.GetLatestVersionsResponse, GetLatestAsync, Need.Read);
        routes.Post("registered-models/set-tag", json.ModelTagRequest, SetTagAsync);
        routes.Map("DELETE", "2.0", "registered-models/delete-tag", Need.Write, json.ModelTagRequest, json.EmptyMessage, DeleteTagAsync);
    }

    private static async Task<RegisteredModelResponse> CreateAsync(MlflowCall call, CreateRegisteredModelRequest request)
    {
        var model = new NewRegisteredModel(Required.Text(request.Name, "name"), request.Description, request.Tags.ToEntities(RunMapping.ToTag));
        return Answer(await call.Store.Registry.CreateModelAsync(model, call.Cancel).ConfigureAwait(false));
    }

    private static async Task<RegisteredModelResponse> RenameAsync(MlflowCall call, RegisteredModelRequest request)
    {
        var name = Required.Text(request.Name, "name");
        return Answer(await call.Store.Registry.RenameModelAsync(name, Required.Text(request.NewName, "new_name"), call.Cancel).ConfigureAwait(false));
    }

    private static async Task<RegisteredModelResponse> UpdateAsync(MlflowCall call, RegisteredModelRequest request)
    {
        var name = Required.Text(request.Name, "name");
        return Answer(await call.Store.Registry.DescribeModelAsync(name, request.Description, call.Cancel).ConfigureAwait(false));
    }

    private static async Task<EmptyMessage> DeleteAsync(MlflowCall call, RegisteredModelRequest request)
    {
        await call.Store.Registry.DeleteModelAsync(Required.Text(request.Name, "name"), call.Cancel).ConfigureAwait(false);
        return MlflowCall.Empty;
    }

    private static async Task<RegisteredModelResponse> GetAsync(MlflowCall call, RegisteredModelRequest request) =>
        Answer(await call.Store.Registry.GetModelAsync(Required.Text(request.Name, "name"), call.Cancel).ConfigureAwait(false));

    private static async Task<SearchRegisteredModelsResponse> SearchAsync(MlflowCall call, SearchModelsRequest request)
    {
        var page = await call.Store.Registry.SearchModelsAsync(
            new RegisteredModelQuery
            {
                Filter = request.Filter,
                OrderBy = request.OrderBy ?? [],
                MaxResults = Given.MaxResults(request.MaxResults, PageLength),
                PageToken = request.PageToken,
            },
            call.Cancel).ConfigureAwait(false);
        return new() { RegisteredModels = page.Items.ToMessages(RegistryMapping.ToMessage), NextPageToken = page.NextPageToken };
    }

    private static async Task<GetLatestVersionsResponse> GetLatestAsync(MlflowCall call, GetLatestVersionsRequest request)
    {
        var name = Required.Text(request.Name, "name");
        var stages = (request.Stages ?? []).ConvertAll(ModelVersionFields.Stage);
        var versions = await call.Store.Registry.GetLatestVersionsAsync(name, stages, call.Cancel).ConfigureAwait(false);
        return new() { ModelVersions = versions.ToMessages(RegistryMapping.ToMessage) };
    }

    private static Task SetTagAsync(MlflowCall call, ModelTagRequest request)
    {
        var name = Required.Text(request.Name, "name");
        return call.Store.Registry.SetModelTagAsync(name, new Tag(Required.Text(request.Key, "key"), request.Value ?? ""), call.Cancel);
    }

    private static async Task<EmptyMessage> DeleteTagAsync(MlflowCall call, ModelTagRequest request)
    {
        var name = Required.Text(request.Name, "name");
        await call.Store.Registry.DeleteModelTagAsync(name, Required.Text(request.Key, "key"), call.Cancel).ConfigureAwait(false);
        return MlflowCall.Empty;
    }

    private static RegisteredModelResponse Answer(RegisteredModel model) => new() { RegisteredModel = model.ToMessage() };
}
