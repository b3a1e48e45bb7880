using System.Diagnostics;
using System.Globalization;
using Assay.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Assay.Server.Operations;

/// <summary>Measures every request, and logs it when all are to be logged. Queries and headers are left out: they may hold what is secret.</summary>
internal sealed partial class RequestMeter(RequestDelegate next, Instruments instruments, ILogger<RequestMeter> log)
{
    private const int FirstStatus = 100;
    private static readonly string[] Statuses = [.. Enumerable.Range(FirstStatus, 500).Select(status => status.ToString(CultureInfo.InvariantCulture))];

    public async Task InvokeAsync(HttpContext context)
    {
        var began = Stopwatch.GetTimestamp();
        instruments.InFlight.Add(1);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            instruments.InFlight.Add(-1);
            Record(context, Stopwatch.GetElapsedTime(began));
        }
    }

    private void Record(HttpContext context, TimeSpan elapsed)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<StreamMark>() is not null)
        {
            // It lasts as long as somebody looks at a page: no request was slow.
            return;
        }

        // The pattern, not the path: paths are without number.
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
        var status = context.Response.StatusCode;
        instruments.Duration.Record(
            elapsed.TotalSeconds,
            new("method", MethodName(context.Request.Method)), new("route", route), new("status", Statuses[Math.Clamp(status - FirstStatus, 0, Statuses.Length - 1)]));
        Answered(context.Request.Method, context.Request.Path, status, elapsed.TotalMilliseconds);
    }

    private static string MethodName(string method) => method is "GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" ? method : "other";

    [LoggerMessage(LogLevel.Debug, "{Method} {Path} {Status} in {Milliseconds} ms")]
    private partial void Answered(string method, PathString path, int status, double milliseconds);
}
