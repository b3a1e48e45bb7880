using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Assay.Tests.Loopback;

/// <summary>
/// A server on loopback that speaks the protocols of the Hugging Face hub (<c>/api/datasets/NAME</c>) and of its row service (<c>/splits</c>,
/// <c>/rows</c>) for one data set: films with a text and a class, sorted by class as IMDB is.
/// </summary>
public sealed class HubServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<RecordedCall> _calls = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = new();

    private HubServer(WebApplication application, int port) => (_application, Port) = (application, port);

    public int Port { get; private set; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Rows of the split "test"; the first half is of class 0.</summary>
    public int Rows { get; init; } = 1050;

    public string Revision { get; set; } = "e6281661ce1c48d982bc483cf8a173c1bbeb5d31";

    /// <summary>What the row service says its rows are of; null for <see cref="Revision"/>.</summary>
    public string? RowsRevision { get; set; }

    /// <summary>The key that must be sent; null for a public data set.</summary>
    public string? Token { get; init; }

    public bool IsPartial { get; init; }

    /// <summary>The place of a row whose cell the service has cut.</summary>
    public int? CutRow { get; init; }

    public IReadOnlyList<RecordedCall> Calls => [.. _calls];

    public IEnumerable<string> RowCalls => Calls.Select(call => call.PathAndQuery).Where(path => path.StartsWith("/rows", StringComparison.Ordinal));

    public static async Task<HubServer> StartAsync(Func<HubServer, HubServer>? with = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var application = builder.Build();
        var server = new HubServer(application, 0);
        server = with?.Invoke(server) ?? server;
        application.Run(server.ReplyAsync);
        await application.StartAsync();
        server.Port = new Uri(application.Urls.First()).Port;
        return server;
    }

    /// <summary>A copy with other settings, over the same listener.</summary>
    public HubServer With(int? rows = null, string? token = null, bool partial = false, int? cutRow = null) =>
        new(_application, 0) { Rows = rows ?? Rows, Token = token, IsPartial = partial, CutRow = cutRow };

    /// <summary>The next request for rows is answered so.</summary>
    public void Next(Func<HttpContext, Task> reply) => _script.Enqueue(reply);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
    }

    private async Task ReplyAsync(HttpContext context)
    {
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _calls.Enqueue(new RecordedCall(context.Request.Method, context.Request.GetEncodedPathAndQuery(), headers, ""));
        var path = context.Request.Path.Value!;
        if (path == "/rows" && _script.TryDequeue(out var scripted))
        {
            await scripted(context);
        }
        else if (Token is not null && headers.GetValueOrDefault("Authorization") != $"Bearer {Token}")
        {
            await SendAsync(context, 401, new JsonObject { ["error"] = "Invalid username or password." });
        }
        else if (path == "/api/datasets/films")
        {
            // The hub sends old names on to new ones.
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/api/datasets/lab/films";
        }
        else
        {
            await (path switch
            {
                "/api/datasets/lab/films" => SendAsync(context, 200, new JsonObject { ["id"] = "lab/films", ["sha"] = Revision, ["gated"] = false }),
                "/splits" => SendAsync(context, 200, Splits()),
                "/rows" => SendRowsAsync(context),
                _ => SendAsync(context, 404, new JsonObject { ["error"] = "Repository not found" }),
            });
        }
    }

    private static JsonObject Splits() => new()
    {
        ["splits"] = new JsonArray(
            [.. new[] { "train", "test" }.Select(split => new JsonObject { ["dataset"] = "lab/films", ["config"] = "plain_text", ["split"] = split })]),
        ["pending"] = new JsonArray(),
        ["failed"] = new JsonArray(),
    };

    private async Task SendRowsAsync(HttpContext context)
    {
        var offset = int.Parse(context.Request.Query["offset"]!, CultureInfo.InvariantCulture);
        var length = int.Parse(context.Request.Query["length"]!, CultureInfo.InvariantCulture);
        if (length > 100)
        {
            await SendAsync(context, 422, new JsonObject { ["error"] = "Parameter 'length' must not be greater than 100" });
            return;
        }

        context.Response.Headers["X-Revision"] = RowsRevision ?? Revision;
        var rows = Enumerable.Range(offset, Math.Clamp(Rows - offset, 0, length)).Select(place => new JsonObject
        {
            ["row_idx"] = place,
            ["row"] = new JsonObject { ["text"] = $"Film {place}.", ["label"] = place < Rows / 2 ? 0 : 1 },
            ["truncated_cells"] = place == CutRow ? new JsonArray("text") : [],
        });
        await SendAsync(context, 200, new JsonObject
        {
            ["features"] = new JsonArray(
                new JsonObject { ["feature_idx"] = 0, ["name"] = "text", ["type"] = new JsonObject { ["dtype"] = "string", ["_type"] = "Value" } },
                new JsonObject { ["feature_idx"] = 1, ["name"] = "label", ["type"] = new JsonObject { ["names"] = new JsonArray("neg", "pos"), ["_type"] = "ClassLabel" } }),
            ["rows"] = new JsonArray([.. rows]),
            ["num_rows_total"] = Rows,
            ["num_rows_per_page"] = 100,
            ["partial"] = IsPartial,
        });
    }

    public static async Task SendAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body.ToJsonString());
    }
}
