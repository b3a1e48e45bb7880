using Assay.Server.Faults;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Limits;

/// <summary>
/// Refuses requests, before they are read, when too many are being answered or their bodies together are too large: a client that is told to
/// wait a second costs less than memory that grows.
/// </summary>
internal sealed class LoadLimit(RequestDelegate next, ServerOptions options)
{
    /// <summary>Smaller bodies are covered by the limit of requests.</summary>
    private const long SmallBody = 256 * 1024;

    private readonly long _mostBytes = Math.Max(options.MaxBodyBytes, options.MaxBytesInFlight);
    private int _requests;
    private long _bytes;

    public async Task InvokeAsync(HttpContext context)
    {
        // A body of unknown length may become as long as is allowed.
        var request = context.Request;
        var length = request.ContentLength ?? (request.Headers.TransferEncoding.Count > 0 ? options.MaxBodyBytes : 0);
        var bytes = length > SmallBody && !IsStreamed(request.Path) ? Math.Min(length, options.MaxBodyBytes) : 0;
        var requests = Interlocked.Increment(ref _requests);
        var inFlight = bytes == 0 ? 0 : Interlocked.Add(ref _bytes, bytes);
        try
        {
            if (requests > options.MaxRequests && !IsProbe(request.Path))
            {
                await RefuseAsync(context, "Too many requests are being answered. Try again in a moment.").ConfigureAwait(false);
            }
            else if (inFlight > _mostBytes)
            {
                await RefuseAsync(context, "Too much is being sent at once. Try again in a moment.").ConfigureAwait(false);
            }
            else
            {
                await next(context).ConfigureAwait(false);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _requests);
            if (bytes > 0)
            {
                Interlocked.Add(ref _bytes, -bytes);
            }
        }
    }

    /// <summary>Artifacts go to their place as they come, however long they are.</summary>
    private static bool IsStreamed(PathString path) =>
        path.StartsWithSegments("/api/2.0/mlflow-artifacts", StringComparison.Ordinal) || path.StartsWithSegments("/ajax-api/2.0/mlflow-artifacts", StringComparison.Ordinal);

    private static bool IsProbe(PathString path) => path == "/health" || path == "/metrics";

    private static Task RefuseAsync(HttpContext context, string why) => FaultResponse.WriteAsync(context, ErrorCode.RequestLimitExceeded, why);
}
