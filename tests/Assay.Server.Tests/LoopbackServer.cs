using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assay.Storage;
using Assay.Tests;

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

    public Uri Address => server.Address;

    public static async Task<LoopbackServer> StartAsync(ServerOptions? options = null, EmbeddedStoreOptions? storeOptions = null)
    {
        var folder = new TemporaryFolder();
        var store = await EmbeddedStore.OpenAsync(folder["assay.db"], storeOptions);
        return new(folder, store, await AssayServer.StartAsync(store, (options ?? new()) with { Port = 0 }));
    }

    /// <summary>Calls MLflow's protocol: <c>runs/create</c>. Gives status and answer.</summary>
    public async Task<(int Status, JsonNode? Body)> CallAsync(string method, string path, object? body = null)
    {
        var url = path.StartsWith('/') ? path : $"/api/2.0/mlflow/{path}";
        using var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : JsonValue.Create(text));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await server.DisposeAsync();
        await Store.DisposeAsync();
        folder.Dispose();
    }
}
