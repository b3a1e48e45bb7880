using Assay.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Server.Operations;

/// <summary>What those ask who run the server: is it there, which version is it, how is it doing.</summary>
internal static class OperationRoutes
{
    private const string PlainText = "text/plain; charset=utf-8";
    private const string PrometheusText = "text/plain; version=0.0.4; charset=utf-8";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health", (RequestDelegate)(context => WriteAsync(context, PlainText, "OK"))).WithMetadata(Need.Nothing);
        endpoints.MapGet("/version", (RequestDelegate)(context =>
        {
            context.Response.Headers["X-Assay-Version"] = ServerVersion.Own;
            return WriteAsync(context, PlainText, ServerVersion.Mlflow);
        })).WithMetadata(Need.Nothing);
        var instruments = endpoints.ServiceProvider.GetRequiredService<Instruments>();
        endpoints.MapGet("/metrics", (RequestDelegate)(context => WriteAsync(context, PrometheusText, instruments.Write()))).WithMetadata(Need.Read);
    }

    private static Task WriteAsync(HttpContext context, string type, string text)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = System.Text.Encoding.UTF8.GetByteCount(text);
        return context.Response.WriteAsync(text);
    }
}
