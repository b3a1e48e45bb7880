using System.Globalization;
using Assay.Web.Hosting;
using Assay.Web.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assay.Server.Faults;

/// <summary>The one place where refusals become responses.</summary>
internal sealed partial class FaultMiddleware(RequestDelegate next, ServerOptions options, FailurePages pages, ILogger<FaultMiddleware> log)
{
    /// <summary>What a proxy would log of a client that did not wait; nobody reads it on the wire.</summary>
    private const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (!context.Response.HasStarted && context.Response.ContentLength is null && context.Response.ContentType is null)
            {
                await AnswerUnroutedAsync(context).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, error).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(HttpContext context, Exception error)
    {
        Discard(context.Response);
        Tell(context.Request, error);
        if (IsForReaders(context) && await pages.TryWriteAsync(context, error).ConfigureAwait(false)) return;
        switch (error)
        {
            case AssayException refusal:
                await FaultResponse.WriteAsync(context, refusal.Code, refusal.Message).ConfigureAwait(false);
                break;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                await FaultResponse.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, "INVALID_PARAMETER_VALUE", TooLarge()).ConfigureAwait(false);
                break;
            case BadHttpRequestException bad:
                await FaultResponse.WriteAsync(context, bad.StatusCode, "BAD_REQUEST", bad.Message).ConfigureAwait(false);
                break;
            case OperationCanceledException or IOException when context.RequestAborted.IsCancellationRequested:
                context.Response.StatusCode = ClientClosedRequest;
                break;
            case ObjectDisposedException when context.RequestAborted.IsCancellationRequested:
                context.Response.StatusCode = ClientClosedRequest;
                break;
            default:
                Failed(error, context.Request.Method, context.Request.Path, error.Message);
                await AnswerFaultAsync(context).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>What of a refusal the log says.</summary>
    private void Tell(HttpRequest request, Exception error)
    {
        if (error is AssayException { Code: ErrorCode.InternalError } fault)
        {
            Failed(fault, request.Method, request.Path, fault.Message);
        }
        else if (error is AssayException { Code: ErrorCode.TemporarilyUnavailable } away)
        {
            // A line each: while a disk is full there are many, and where they come from is no riddle.
            Unavailable(request.Method, request.Path, away.Message);
        }
    }

    /// <summary>Whether a browser asks for what is a page, or is nothing.</summary>
    private static bool IsForReaders(HttpContext context) =>
        FailurePages.Suits(context.Request) && (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<PageMark>() is not null);

    private Task AnswerFaultAsync(HttpContext context) => FailurePages.Suits(context.Request)
        ? pages.WriteAsync(context, StatusCodes.Status500InternalServerError, FailureKind.Fault)
        : FaultResponse.WriteAsync(context, ErrorCode.InternalError, "A fault of the server's own; its log says more.");

    /// <summary>What no route has answered: an unknown path, or a path that has other methods.</summary>
    private Task AnswerUnroutedAsync(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound when FailurePages.Suits(context.Request) =>
            pages.WriteAsync(context, StatusCodes.Status404NotFound, FailureKind.Missing),
        StatusCodes.Status404NotFound => FaultResponse.WriteAsync(
            context, StatusCodes.Status404NotFound, "ENDPOINT_NOT_FOUND", $"No API found for '{context.Request.Method} {context.Request.Path}'"),
        StatusCodes.Status405MethodNotAllowed when FailurePages.Suits(context.Request) =>
            pages.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, FailureKind.Method),
        StatusCodes.Status405MethodNotAllowed => FaultResponse.WriteAsync(
            context, StatusCodes.Status405MethodNotAllowed, "BAD_REQUEST",
            $"The method {context.Request.Method} is not allowed for '{context.Request.Path}'; it takes {context.Response.Headers.Allow}"),
        _ => Task.CompletedTask,
    };

    /// <summary>Takes back what a handler had said of its answer; what holds for every answer stays.</summary>
    private static void Discard(HttpResponse response)
    {
        response.ContentLength = null;
        response.Headers.ContentType = default;
        response.Headers.ContentRange = default;
        response.Headers.ETag = default;
    }

    private string TooLarge() => string.Create(
        CultureInfo.InvariantCulture,
        $"The body is larger than {options.MaxBodyBytes} bytes, the most that this server takes. Send it in parts, or start the server with a larger --max-body.");

    [LoggerMessage(LogLevel.Warning, "{Method} {Path} must wait: {Reason}")]
    private partial void Unavailable(string method, PathString path, string reason);

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed: {Reason}")]
    private partial void Failed(Exception error, string method, PathString path, string reason);
}
