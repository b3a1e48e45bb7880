using System.Text;
using Assay.Server.Access;
using Assay.Server.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Server.OpenApi;

/// <summary><c>GET /openapi/v1.json</c>. The document is made when it is first asked for: it costs a start nothing.</summary>
internal static class OpenApiRoute
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        byte[]? document = null;
        endpoints.MapGet("/openapi/v1.json", (RequestDelegate)AnswerAsync).WithMetadata(Need.Read);

        async Task AnswerAsync(HttpContext context)
        {
            document ??= Make(context.RequestServices.GetRequiredService<EndpointDataSource>());
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = document.Length;
            await context.Response.Body.WriteAsync(document, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static byte[] Make(EndpointDataSource routes) => Encoding.UTF8.GetBytes(
        OpenApiDocument.Of(routes.Endpoints.OfType<RouteEndpoint>(), ServerVersion.Own).ToJsonString());
}
