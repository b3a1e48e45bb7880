using Assay.Server.Access;
using Assay.Server.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Server.Unsupported;

/// <summary>The parts of MLflow's protocol that Assay does not have: traces, assessments, evaluation data sets and scorers. Each says so.</summary>
internal static class UnsupportedRoutes
{
    private static readonly (string Version, string[] Methods, string Path)[] Routes =
    [
        ("2.0", ["PATCH", "DELETE"], "traces/{id}/tags"),
        ("3.0", ["PATCH", "DELETE"], "traces/{id}/tags"),
        ("2.0", ["GET", "POST"], "traces"),
        ("2.0", ["PATCH"], "traces/{id}"),
        ("2.0", ["GET"], "traces/{id}/info"),
        ("3.0", ["GET"], "traces/{id}"),
        ("3.0", ["GET"], "traces/get"),
        ("3.0", ["GET"], "traces/batchGet"),
        ("3.0", ["POST"], "traces/search"),
        ("3.0", ["POST"], "traces"),
        ("2.0", ["POST"], "traces/link-to-run"),
        ("2.0", ["GET"], "unified-traces"),
        ("2.0", ["GET"], "get-online-trace-details"),
        ("2.0", ["POST"], "traces/delete-traces"),
        ("3.0", ["POST"], "traces/delete-traces"),
        ("3.0", ["POST"], "traces/calculate-filter-correlation"),
        ("3.0", ["GET", "PATCH", "DELETE"], "traces/{id}/assessments/{assessment}"),
        ("3.0", ["POST"], "traces/{id}/assessments"),
        ("3.0", ["POST"], "datasets/create"),
        ("3.0", ["GET", "DELETE"], "datasets/{id}"),
        ("3.0", ["GET", "POST"], "datasets/search"),
        ("3.0", ["PATCH"], "datasets/{id}/tags"),
        ("3.0", ["DELETE"], "datasets/{id}/tags/{key}"),
        ("3.0", ["GET", "POST"], "datasets/{id}/records"),
        ("3.0", ["GET"], "datasets/{id}/experiment-ids"),
        ("3.0", ["POST"], "datasets/{id}/add-experiments"),
        ("3.0", ["POST"], "datasets/{id}/remove-experiments"),
        ("3.0", ["POST"], "scorers/register"),
        ("3.0", ["GET"], "scorers/list"),
        ("3.0", ["GET"], "scorers/versions"),
        ("3.0", ["GET"], "scorers/get"),
        ("3.0", ["DELETE"], "scorers/delete"),
    ];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var (version, methods, path) in Routes)
        {
            endpoints.MapMethods($"/api/{version}/mlflow/{path}", methods, RefuseAsync).WithMetadata(Need.Read);
            endpoints.MapMethods($"/ajax-api/{version}/mlflow/{path}", methods, RefuseAsync).WithMetadata(Need.Read);
        }

        endpoints.MapPost("/v1/traces", RefuseAsync).WithMetadata(Need.Read);
    }

    private static Task RefuseAsync(HttpContext context) => FaultResponse.WriteAsync(
        context, ErrorCode.NotImplemented,
        $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText} is not implemented by this version of Assay.");
}
