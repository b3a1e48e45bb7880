using System.Globalization;
using Assay.Mlflow;
using Assay.Server.Access;
using Assay.Server.Mlflow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Server.Artifacts;

/// <summary>Files by the run or model version that they belong to: <c>artifacts/list</c>, and the addresses of MLflow's web pages.</summary>
internal sealed class RunArtifactRoutes(IAssayStore store)
{
    public static void Map(IEndpointRouteBuilder endpoints, MlflowRoutes mlflow, IAssayStore store)
    {
        var json = MlflowJson.Default;
        mlflow.Get("artifacts/list", json.ListArtifactsRequest, json.ListArtifactsResponse, ListAsync);
        var routes = new RunArtifactRoutes(store);
        endpoints.MapMethods("/get-artifact", ["GET", "HEAD"], routes.SendOfRunAsync).WithMetadata(Need.Read);
        endpoints.MapMethods("/model-versions/get-artifact", ["GET", "HEAD"], routes.SendOfVersionAsync).WithMetadata(Need.Read);
    }

    private static async Task<ListArtifactsResponse> ListAsync(MlflowCall call, ListArtifactsRequest request)
    {
        var run = await call.Store.Tracking.GetRunAsync(Required.Run(request.RunId, request.RunUuid), call.Cancel).ConfigureAwait(false);
        var entries = await call.Store.Artifacts.ListAsync(run.ArtifactUri, RawTarget.Folder(request.Path), call.Cancel).ConfigureAwait(false);
        return new() { RootUri = run.ArtifactUri, Files = ProxyRoutes.ToMessages(entries, path => path) };
    }

    private async Task SendOfRunAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var run = await store.Tracking.GetRunAsync(Required.Run(query["run_id"], query["run_uuid"]), context.RequestAborted).ConfigureAwait(false);
        await ArtifactResponse.SendAsync(context, store.Artifacts, run.ArtifactUri, Required.Text(query["path"], "path")).ConfigureAwait(false);
    }

    private async Task SendOfVersionAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var given = Required.Text(query["version"], "version");
        if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw InvalidMessage.Type(given, "version", "int");
        }

        var version = await store.Registry.GetVersionAsync(Required.Text(query["name"], "name"), number, context.RequestAborted).ConfigureAwait(false);
        var location = version.StorageLocation.Length > 0 ? version.StorageLocation : version.Source;
        await ArtifactResponse.SendAsync(context, store.Artifacts, location, Required.Text(query["path"], "path")).ConfigureAwait(false);
    }
}
