using Assay.Server.Faults;
using Assay.Web.Hosting;
using Assay.Web.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Server.Limits;

/// <summary>
/// Refuses requests, before they are read, when too many are being answered or their bodies together are too large: a client that is told to
/// wait a second costs less than memory that grows.
/// </summary>
internal sealed class LoadLimit(RequestDelegate next, ServerOptions options)
{
    /// <summary>Smaller bodies are covered by the limit of requests.</summary>
    private const int SmallBody = 256 * 1024;

    private const string TooMuch = "Too much is being sent at once. Try again in a moment.";

    private readonly long _mostBytes = Math.Max(options.MaxBodyBytes, options.MaxBytesInFlight);
    private int _requests;
    private long _bytes;

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var held = HeldBytes(request);
        var requests = Interlocked.Increment(ref _requests);
        var inFlight = Interlocked.Add(ref _bytes, held);
        try
        {
            if (requests > options.MaxRequests && !IsProbe(request.Path))
            {
                await RefuseAsync(context, "Too many requests are being answered. Try again in a moment.").ConfigureAwait(false);
                return;
            }

            if (held > 0 && inFlight > _mostBytes)
            {
                await RefuseAsync(context, TooMuch).ConfigureAwait(false);
                return;
            }

            if (request.ContentLength is null && request.Headers.TransferEncoding.Count > 0 && !IsStreamed(request.Path))
            {
                request.Body = new ChargedBody(request.Body, SmallBody, bytes =>
                {
                    held += bytes;
                    if (Interlocked.Add(ref _bytes, bytes) > _mostBytes)
                    {
                        throw new AssayException(ErrorCode.RequestLimitExceeded, TooMuch);
                    }
                });
            }

            await next(context).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _requests);
            Interlocked.Add(ref _bytes, -held);
        }
    }

    /// <summary>What the body will hold, when its length was said.</summary>
    private long HeldBytes(HttpRequest request) =>
        request.ContentLength is > SmallBody and var length && !IsStreamed(request.Path) ? Math.Min(length, options.MaxBodyBytes) : 0;

    /// <summary>Artifacts pass through and are not held, whatever their length.</summary>
    private static bool IsStreamed(PathString path) =>
        path.StartsWithSegments("/api/2.0/mlflow-artifacts") || path.StartsWithSegments("/ajax-api/2.0/mlflow-artifacts");

    private static bool IsProbe(PathString path) => path == "/health" || path == "/metrics";

    private static Task RefuseAsync(HttpContext context, string why)
    {
        if (!FailurePages.Suits(context.Request))
        {
            return FaultResponse.WriteAsync(context, ErrorCode.RequestLimitExceeded, why);
        }

        context.Response.Headers.RetryAfter = "1";
        return context.RequestServices.GetRequiredService<FailurePages>().WriteAloneAsync(context, StatusCodes.Status429TooManyRequests, FailureKind.Busy);
    }
}
