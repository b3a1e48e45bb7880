using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Assay.Server.Access;
using Assay.Storage.Access;
using Assay.Tests;

namespace Assay.Server.Tests.Access;

/// <summary>A server with a user of each role, all with one password, and a clock that stands still.</summary>
public sealed class GuardedServer(LoopbackServer server, FakeClock clock) : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    // Hashing is slow on purpose: once is enough.
    private static readonly Lazy<string> Hash = new(() => Passwords.Hash(Password));

    public LoopbackServer Server => server;

    public AccessStore Users => server.Store.Access;

    public FakeClock Clock => clock;

    public static async Task<GuardedServer> StartAsync(AccessOptions? options = null)
    {
        var clock = new FakeClock();
        var server = await LoopbackServer.StartAsync(new() { Access = options ?? new(), Clock = clock }, prepare: async store =>
        {
            foreach (var (name, role) in ((string, Role)[])[("ada", Role.Admin), ("ed", Role.Editor), ("rea", Role.Reader)])
            {
                await store.Access.AddUserAsync(new(name, Hash.Value, role));
            }
        });
        return new(server, clock);
    }

    public static AuthenticationHeaderValue Basic(string user, string password = Password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    public static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);

    /// <summary>Sends a request. The answer's body is read.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        AuthenticationHeaderValue? credentials, string method = "GET", string path = "/api/2.0/mlflow/experiments/get?experiment_id=0", string? from = null)
    {
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.Authorization = credentials;
        if (from is not null)
        {
            request.Headers.Add("X-Forwarded-For", from);
        }

        if (method == "POST")
        {
            request.Content = new StringContent("""{"experiment_id":"0"}""", Encoding.UTF8, "application/json");
        }

        return await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<int> StatusAsync(
        AuthenticationHeaderValue? credentials, string method = "GET", string path = "/api/2.0/mlflow/experiments/get?experiment_id=0", string? from = null)
    {
        using var response = await SendAsync(credentials, method, path, from);
        return (int)response.StatusCode;
    }

    public static async Task<JsonNode> BodyAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
