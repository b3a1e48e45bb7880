using System.Text.Json;
using Assay.Artifacts;
using Assay.Mlflow;
using Assay.Server.Access;
using Assay.Server.Mlflow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Server.Artifacts;

/// <summary>MLflow's <c>mlflow-artifacts/artifacts/…</c>: files by their path under all that the server keeps.</summary>
internal sealed class ProxyRoutes(IAssayStore store, ServerOptions options)
{
    /// <summary>The URI of all that a store keeps: the proxy's paths begin there.</summary>
    public const string Everything = "mlflow-artifacts:/";

    /// <summary>The parts of the URL before the file's path: <c>/api/2.0/mlflow-artifacts/artifacts</c>.</summary>
    private const int PartsBefore = 4;

    private static readonly string[] Roots = ["/api/2.0/mlflow-artifacts", "/ajax-api/2.0/mlflow-artifacts"];

    public static void Map(IEndpointRouteBuilder endpoints, IAssayStore store, ServerOptions options)
    {
        var routes = new ProxyRoutes(store, options);
        foreach (var root in Roots)
        {
            endpoints.MapMethods($"{root}/artifacts/{{**path}}", ["GET", "HEAD"], routes.ReadAsync).WithMetadata(Need.Read);
            endpoints.MapMethods($"{root}/artifacts/{{**path}}", ["PUT"], routes.WriteAsync).WithMetadata(Need.Write);
            endpoints.MapMethods($"{root}/artifacts/{{**path}}", ["DELETE"], routes.DeleteAsync).WithMetadata(Need.Write);
            UploadRoutes.Map(endpoints, root, store, options);
        }
    }

    /// <summary>Answers a call that has nothing to say.</summary>
    public static Task DoneAsync(HttpContext context)
    {
        context.Response.ContentType = MlflowRoutes.JsonType;
        context.Response.ContentLength = 2;
        return context.Response.WriteAsync("{}", context.RequestAborted);
    }

    /// <summary>A listing in MLflow's words; of nothing, an empty message.</summary>
    public static List<FileInfoMessage>? ToMessages(IReadOnlyList<ArtifactInfo> entries, Func<string, string> shown) => entries.Count == 0
        ? null
        : [.. entries.Select(entry => new FileInfoMessage { Path = shown(entry.Path), IsDir = entry.IsDirectory, FileSize = entry.Size })];

    private static string PathOf(HttpContext context) => RawTarget.After(context.Request, PartsBefore);

    private Task ReadAsync(HttpContext context)
    {
        var path = PathOf(context);
        return path.Length == 0 ? ListAsync(context) : ArtifactResponse.SendAsync(context, store.Artifacts, Everything, path);
    }

    private async Task ListAsync(HttpContext context)
    {
        // Only the last part of a path is told: the client knows what it asked for.
        var path = RawTarget.Folder(context.Request.Query["path"]);
        var entries = await store.Artifacts.ListAsync(Everything, path, context.RequestAborted).ConfigureAwait(false);
        var answer = new ListArtifactsResponse { Files = ToMessages(entries, entry => entry[(entry.LastIndexOf('/') + 1)..]) };
        context.Response.ContentType = MlflowRoutes.JsonType;
        await JsonSerializer.SerializeAsync(context.Response.BodyWriter, answer, MlflowJson.Default.ListArtifactsResponse, context.RequestAborted)
            .ConfigureAwait(false);
    }

    private async Task WriteAsync(HttpContext context)
    {
        var path = PathOf(context);
        await ArtifactBody.ReadAsync(context, options, body => store.Artifacts.WriteAsync(Everything, path, body, context.RequestAborted))
            .ConfigureAwait(false);
        await DoneAsync(context).ConfigureAwait(false);
    }

    private async Task DeleteAsync(HttpContext context)
    {
        // Clients name a run's whole folder with a slash at the end.
        await store.Artifacts.DeleteAsync(Everything, RawTarget.Folder(PathOf(context)), context.RequestAborted).ConfigureAwait(false);
        await DoneAsync(context).ConfigureAwait(false);
    }
}
