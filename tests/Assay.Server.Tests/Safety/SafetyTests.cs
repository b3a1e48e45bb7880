using System.Net.Http.Json;

namespace Assay.Server.Tests.Safety;

public sealed class SafetyTests
{
    [Theory]
    [InlineData("evil.example", 403)]
    [InlineData("localhost.evil.example", 403)]
    [InlineData("127.0.0.1.evil.example:5000", 403)]
    [InlineData("localhost", 404)]
    [InlineData("LOCALHOST:5000", 404)]
    [InlineData("assay.localhost", 404)]
    [InlineData("127.0.0.1:80", 404)]
    [InlineData("[::1]:5000", 404)]
    [InlineData("lab-server", 404)]
    [InlineData("lab-server:8080", 404)]
    public async Task Only_our_own_names_are_answered(string host, int status)
    {
        await using var server = await LoopbackServer.StartAsync(new() { AllowedHosts = ["lab-server"] });

        var (got, text) = await SendAsync(server, HttpMethod.Get, "/nowhere", request => request.Headers.Host = host);

        got.ShouldBe(status);
        if (status == 403)
        {
            text.ShouldBe("Invalid Host header - possible DNS rebinding attack detected");
        }
    }

    [Fact]
    public async Task Health_is_told_by_whatever_name()
    {
        await using var server = await LoopbackServer.StartAsync();

        (await SendAsync(server, HttpMethod.Get, "/health", request => request.Headers.Host = "evil.example")).ShouldBe((200, "OK"));
    }

    [Theory]
    [InlineData("http://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("http://localhost.evil.example", 403)]
    [InlineData("http://localhost:3000", 200)]
    public async Task Pages_of_other_sites_change_nothing(string origin, int status)
    {
        await using var server = await LoopbackServer.StartAsync();

        var (got, text) = await SendAsync(server, HttpMethod.Post, "/api/2.0/mlflow/experiments/create", request =>
        {
            request.Headers.Add("Origin", origin);
            request.Content = JsonContent.Create(new { name = "x" });
        });

        got.ShouldBe(status);
        if (status == 403)
        {
            text.ShouldBe("Cross-origin request blocked");
            (await server.CallAsync("GET", "experiments/get-by-name?experiment_name=x")).Status.ShouldBe(404);
        }
    }

    [Fact]
    public async Task Every_answer_forbids_guessing_and_framing()
    {
        await using var server = await LoopbackServer.StartAsync();
        foreach (var path in new[] { "/health", "/nowhere", "/api/2.0/mlflow/runs/get?run_id=nope", "/api/2.0/mlflow/runs/create" })
        {
            using var response = await server.Http.GetAsync(path, TestContext.Current.CancellationToken);
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            response.Headers.GetValues("X-Frame-Options").ShouldBe(["SAMEORIGIN"]);
            response.Headers.Contains("Server").ShouldBeFalse();
        }
    }

    private static async Task<(int Status, string Text)> SendAsync(LoopbackServer server, HttpMethod method, string path, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(method, path);
        change(request);
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
