using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Assay.Tests.Loopback;

/// <summary>
/// A server on loopback that speaks the protocols of OpenAI and Azure OpenAI (chat and legacy completions), keeps every request, and
/// answers by a script: first the replies given to it, in order, then <see cref="Otherwise"/>.
/// </summary>
public sealed class ChatServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ConcurrentQueue<ScriptedReply> script;
    private readonly ConcurrentQueue<RecordedCall> calls = new();

    private ChatServer(WebApplication application, IEnumerable<ScriptedReply> script)
    {
        this.application = application;
        this.script = new ConcurrentQueue<ScriptedReply>(script);
    }

    /// <summary>Where it listens, without a slash at the end: Azure's endpoint.</summary>
    public string Address => application.Urls.First().TrimEnd('/');

    /// <summary>OpenAI's base URL.</summary>
    public string BaseUrl => Address + "/v1";

    /// <summary>Host and port, as messages name it.</summary>
    public string Host => new Uri(Address).Authority;

    /// <summary>The requests so far, in order of arrival.</summary>
    public IReadOnlyList<RecordedCall> Calls => [.. calls];

    /// <summary>What is replied when the script is over.</summary>
    public Func<RecordedCall, ScriptedReply> Otherwise { get; set; } =
        call => ScriptedReply.Text("echo: " + call.Prompt, legacy: !call.PathAndQuery.Contains("/chat/", StringComparison.Ordinal));

    public static async Task<ChatServer> StartAsync(params ScriptedReply[] script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var server = new ChatServer(application, script);
        application.Run(server.ReplyAsync);
        await application.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        // Requests that are never answered must not hold up the end.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await application.StopAsync(now.Token);
        await application.DisposeAsync();
    }

    private async Task ReplyAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var call = new RecordedCall(
            context.Request.Method,
            context.Request.GetEncodedPathAndQuery(),
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
        calls.Enqueue(call);
        await SendAsync(context, script.TryDequeue(out var scripted) ? scripted : Otherwise(call));
    }

    private static async Task SendAsync(HttpContext context, ScriptedReply reply)
    {
        await Task.Delay(reply.Delay, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (context.RequestAborted.IsCancellationRequested || reply is { Drop: true, Body: "" })
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = "application/json";
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(reply.Drop ? reply.Body[..(reply.Body.Length / 2)] : reply.Body);
        if (reply.Drop)
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
    }
}
