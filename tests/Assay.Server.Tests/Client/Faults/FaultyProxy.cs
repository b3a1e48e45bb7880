using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Assay.Server.Tests.Client.Faults;

/// <summary>A server on loopback in front of a real one: forwards each request, but for those that its script spoils.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly HttpClient target;
    private readonly ConcurrentQueue<(string Path, Fault Fault)> script = new();
    private readonly ConcurrentQueue<HttpRequestRecord> requests = new();

    private FaultyProxy(WebApplication application, Uri target) =>
        (this.application, this.target) = (application, new HttpClient { BaseAddress = target });

    public string Address => application.Urls.First();

    /// <summary>Whether the server behind passes for a plain MLflow server.</summary>
    public bool HidesAssay { get; init; }

    /// <summary>The requests so far: <c>POST runs/create</c>.</summary>
    public IReadOnlyList<HttpRequestRecord> Requests => [.. requests];

    public static async Task<FaultyProxy> StartAsync(Uri target, bool hidesAssay = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var proxy = new FaultyProxy(application, target) { HidesAssay = hidesAssay };
        application.Run(proxy.AnswerAsync);
        await application.StartAsync();
        return proxy;
    }

    /// <summary>Spoils the next requests to that path, in order.</summary>
    public void Spoil(string path, params Fault[] faults)
    {
        foreach (var fault in faults)
        {
            script.Enqueue((path, fault));
        }
    }

    /// <summary>How often a path was asked for.</summary>
    public int Count(string path) => requests.Count(request => request.Path.EndsWith(path, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await application.StopAsync(now.Token);
        await application.DisposeAsync();
        target.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        requests.Enqueue(new(context.Request.Method, path, context.Request.Headers.Authorization.ToString()));
        var fault = script.TryPeek(out var next) && path.EndsWith(next.Path, StringComparison.Ordinal) && script.TryDequeue(out next) ? next.Fault : null;
        if (fault is { IsSilent: true })
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        else if (fault is { IsForwarded: false, Breaks: true })
        {
            context.Abort();
        }
        else if (fault is { IsForwarded: false })
        {
            await ReplyAsync(context, fault);
        }
        else
        {
            await ForwardAsync(context, fault);
        }
    }

    private static async Task ReplyAsync(HttpContext context, Fault fault)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.StatusCode = fault.Status;
        context.Response.ContentType = fault.ContentType;
        if (fault.Header is { } header)
        {
            context.Response.Headers[header.Name] = header.Value;
        }

        foreach (var part in fault.IsByLine ? fault.Body.Split('\n').Select(line => line + '\n') : [fault.Body])
        {
            await context.Response.WriteAsync(part);
            await context.Response.Body.FlushAsync();
        }
    }

    private async Task ForwardAsync(HttpContext context, Fault? fault)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.GetEncodedPathAndQuery());
        if (context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }

        using var response = await target.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        if (fault is { Breaks: true, Halves: false })
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        if (!HidesAssay && response.Headers.TryGetValues("X-Assay-Version", out var version))
        {
            context.Response.Headers["X-Assay-Version"] = version.First();
        }

        await context.Response.Body.WriteAsync(fault is null ? body : body.AsMemory(0, body.Length / 2));
        if (fault is not null)
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
    }
}

/// <summary>A request that the proxy has seen.</summary>
internal sealed record HttpRequestRecord(string Method, string Path, string Authorization);
