using Assay.Mlflow;
using Assay.Server.Access;
using Assay.Server.Mlflow;

namespace Assay.Server.Registry;

/// <summary>MLflow's <c>registered-models/alias</c>: one path, three methods.</summary>
internal static class AliasRoutes
{
    private const string Path = "registered-models/alias";

    public static void Map(MlflowRoutes routes)
    {
        var json = MlflowJson.Default;
        routes.Post(Path, json.ModelAliasRequest, SetAsync);
        routes.Get(Path, json.ModelAliasRequest, json.ModelVersionResponse, GetAsync);
        routes.Map("DELETE", "2.0", Path, Need.Write, json.ModelAliasRequest, json.EmptyMessage, DeleteAsync);
    }

    private static Task SetAsync(MlflowCall call, ModelAliasRequest request)
    {
        var name = Required.Text(request.Name, "name");
        var alias = Required.Text(request.Alias, "alias");
        return call.Store.Registry.SetAliasAsync(name, alias, ModelVersionFields.Number(request.Version), call.Cancel);
    }

    private static async Task<ModelVersionResponse> GetAsync(MlflowCall call, ModelAliasRequest request)
    {
        var name = Required.Text(request.Name, "name");
        var alias = Required.Text(request.Alias, "alias");
        var version = await call.Store.Registry.GetVersionByAliasAsync(name, alias, call.Cancel).ConfigureAwait(false);
        return new() { ModelVersion = version.ToMessage() };
    }

    private static async Task<EmptyMessage> DeleteAsync(MlflowCall call, ModelAliasRequest request)
    {
        var name = Required.Text(request.Name, "name");
        await call.Store.Registry.DeleteAliasAsync(name, Required.Text(request.Alias, "alias"), call.Cancel).ConfigureAwait(false);
        return MlflowCall.Empty;
    }
}
