using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Assay.Web.Hosting;

/// <summary>
/// Server-sent events that say when something on a page is no longer as it was: the version of what it shows, each time that it changes. What
/// writes to the store may be another process, so the store is asked, every two seconds. A stream ends after some minutes, and the browser
/// begins another, as somebody else may be signed in by then.
/// </summary>
internal sealed class LiveUpdates(IHostApplicationLifetime host, TimeProvider clock)
{
    private const string ContentType = "text/event-stream";
    private const int MostStreams = 256;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private int _streams;

    /// <param name="context">The request.</param>
    /// <param name="version">A short text that changes when what is shown does.</param>
    public async Task WriteAsync(HttpContext context, Func<CancellationToken, Task<string>> version)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.ContentType = ContentType;
            return;
        }

        if (Interlocked.Increment(ref _streams) > MostStreams)
        {
            // No content tells the browser not to ask again: the page stays as it is until it is loaded anew.
            Interlocked.Decrement(ref _streams);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        try
        {
            await WriteAsync(context.Response, version, stop.Token).ConfigureAwait(false);
        }
        catch (Exception end) when (end is OperationCanceledException or AssayException or BadInputException or IOException)
        {
            // The reader went, the server stops, or the store does not answer: the browser comes back by itself.
        }
        finally
        {
            Interlocked.Decrement(ref _streams);
        }
    }

    private async Task WriteAsync(HttpResponse response, Func<CancellationToken, Task<string>> version, CancellationToken stop)
    {
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        await response.WriteAsync("retry: 2000\n\n", stop).ConfigureAwait(false);
        string? last = null;
        for (var begun = clock.GetTimestamp(); clock.GetElapsedTime(begun) < Longest;)
        {
            var now = await version(stop).ConfigureAwait(false);

            // A line without meaning tells both ends that the other is still there.
            await response.WriteAsync(now == last ? ":\n\n" : $"data: {now}\n\n", stop).ConfigureAwait(false);
            await response.Body.FlushAsync(stop).ConfigureAwait(false);
            last = now;
            await Task.Delay(Pause, clock, stop).ConfigureAwait(false);
        }
    }
}
