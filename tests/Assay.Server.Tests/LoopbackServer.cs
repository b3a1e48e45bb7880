using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assay.Storage;
using Assay.Tests;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Server.Tests;

/// <summary>A server in this process over an empty embedded store, on a free port of the loopback.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly AssayServer server;

    private LoopbackServer(TemporaryFolder folder, SqlStore store, AssayServer server)
    {
        this.folder = folder;
        Store = store;
        this.server = server;
        Http = new HttpClient { BaseAddress = server.Address };
    }

    public SqlStore Store { get; }

    public HttpClient Http { get; }

    /// <summary>Every route that the server answers.</summary>
    internal IReadOnlyList<RouteEndpoint> Routes => [.. Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public Uri Address => server.Address;

    public static async Task<LoopbackServer> StartAsync(ServerOptions? options = null, EmbeddedStoreOptions? storeOptions = null, Func<SqlStore, Task>? prepare = null)
    {
        var folder = new TemporaryFolder();
        var store = await EmbeddedStore.OpenAsync(folder["assay.db"], storeOptions);
        if (prepare is not null)
        {
            await prepare(store);
        }

        return new(folder, store, await AssayServer.StartAsync(store, (options ?? new()) with { Port = 0 }));
    }

    /// <summary>What is in a folder of the artifacts' folder.</summary>
    public string[] Files(string path) =>
        Directory.Exists(folder[$"assay-artifacts/{path}"]) ? Directory.GetFileSystemEntries(folder[$"assay-artifacts/{path}"]) : [];

    /// <summary>Calls MLflow's protocol: <c>runs/create</c>. Gives status and answer.</summary>
    public async Task<(int Status, JsonNode? Body)> CallAsync(string method, string path, object? body = null)
    {
        var url = path.StartsWith('/') ? path : $"/api/2.0/mlflow/{path}";
        using var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : JsonValue.Create(text));
    }

    /// <summary>A part of the server, to look into.</summary>
    internal T Service<T>()
        where T : notnull => server.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await server.DisposeAsync();
        await Store.DisposeAsync();
        folder.Dispose();
    }
}
