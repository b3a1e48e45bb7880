using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Assay.Web.Hosting;

/// <summary>
/// Server-sent events that say when something on a page is no longer as it was: the version of what it shows, each time that it changes. A stream
/// ends after some minutes, and the browser begins another, as somebody else may be signed in by then.
/// </summary>
internal sealed class LiveUpdates(LivePolls polls, LivePlaces places, IHostApplicationLifetime host, TimeProvider clock)
{
    private const string ContentType = "text/event-stream";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public async Task WriteAsync(Visit visit, LiveQuestion question)
    {
        var context = visit.Context;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.ContentType = ContentType;
            return;
        }

        using var place = places.Take(visit.Visitor, context.Connection.RemoteIpAddress);
        if (place is null)
        {
            // No content ends the browser's own attempts: the page asks again when a place may be free.
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        try
        {
            await WriteAsync(context.Response, question, stop.Token).ConfigureAwait(false);
        }
        catch (Exception end) when (end is OperationCanceledException or AssayException or BadInputException or HttpRequestException or IOException)
        {
            // The reader went, the server stops, or the store does not answer: the browser comes back by itself.
        }
    }

    private async Task WriteAsync(HttpResponse response, LiveQuestion question, CancellationToken stop)
    {
        var begun = clock.GetTimestamp();
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        await response.WriteAsync("retry: 2000\n\n", stop).ConfigureAwait(false);
        await response.Body.FlushAsync(stop).ConfigureAwait(false);
        string? last = null;
        await foreach (var now in polls.FollowAsync(question, stop).ConfigureAwait(false))
        {
            // A line without meaning tells both ends that the other is still there.
            await response.WriteAsync(now == last ? ":\n\n" : $"data: {now}\n\n", stop).ConfigureAwait(false);
            await response.Body.FlushAsync(stop).ConfigureAwait(false);
            last = now;
            if (clock.GetElapsedTime(begun) >= Longest) return;
        }
    }
}
