using System.Text.Json;
using Assay.Mlflow;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Faults;

/// <summary>The one place where refusals become responses.</summary>
internal sealed class FaultMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (AssayException refusal) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, refusal.Code, refusal.Message).ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(HttpContext context, ErrorCode code, string message)
    {
        context.Response.Clear();
        context.Response.StatusCode = MlflowErrors.Status(code);
        context.Response.ContentType = "application/json";
        var error = new ErrorMessage { ErrorCode = MlflowErrors.Name(code), Message = message };
        await JsonSerializer.SerializeAsync(context.Response.Body, error, MlflowJson.Default.ErrorMessage, context.RequestAborted).ConfigureAwait(false);
    }
}
