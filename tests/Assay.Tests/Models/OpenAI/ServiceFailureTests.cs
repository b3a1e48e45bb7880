using System.Net;
using System.Net.Sockets;
using Assay.Models;
using Assay.Tests.Loopback;

namespace Assay.Tests.Models.OpenAI;

public sealed class ServiceFailureTests
{
    [Theory]
    [InlineData(400, ModelFailure.Rejected)]
    [InlineData(401, ModelFailure.Unauthorized)]
    [InlineData(403, ModelFailure.Unauthorized)]
    [InlineData(404, ModelFailure.Rejected)]
    [InlineData(408, ModelFailure.ServiceError)]
    [InlineData(409, ModelFailure.Rejected)]
    [InlineData(422, ModelFailure.Rejected)]
    [InlineData(429, ModelFailure.Throttled)]
    [InlineData(500, ModelFailure.ServiceError)]
    [InlineData(503, ModelFailure.ServiceError)]
    [InlineData(529, ModelFailure.ServiceError)]
    public async Task Status_DecidesTheFailure(int status, ModelFailure expected)
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Error(status, "because"));

        var failure = await OpenAIChatModelTests.Model("openai:m", server).FailAsync(Ask.User("x"));

        failure.Failure.ShouldBe(expected);
        failure.Status.ShouldBe(status);
        failure.Message.ShouldContain($"{status}: because");
        server.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("openai:m", "OPENAI_API_KEY")]
    [InlineData("azure:m", "AZURE_OPENAI_API_KEY")]
    [InlineData("azure:completions:m", "AZURE_OPENAI_API_KEY")]
    public async Task RefusedKey_NamesServiceAndVariable_ButNotTheKey(string spec, string variable)
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Error(401, "Incorrect API key provided: sk-loopback-key azure-loopback-key."));

        var failure = await OpenAIChatModelTests.Model(spec, server).FailAsync(Ask.User("x"));

        failure.Message.ShouldBe($"{server.Host} refused the key (401: Incorrect API key provided: *** ***.); set {variable}");
    }

    [Theory]
    [InlineData("{\"error\":\"model is loading\"}", "model is loading")]
    [InlineData("{\"message\":\"model is loading\"}", "model is loading")]
    [InlineData("{\"detail\":\"model is\\nloading\"}", "model is loading")]
    [InlineData("model is loading", "model is loading")]
    public async Task ErrorsOfOtherForms_AreQuoted(string body, string said)
    {
        await using var server = await ChatServer.StartAsync(new ScriptedReply { Status = 500, Body = body });

        (await OpenAIChatModelTests.Model("openai:m", server).FailAsync(Ask.User("x"))).Message.ShouldBe($"{server.Host} answered 500: {said}");
    }

    [Fact]
    public async Task PageOfHtml_IsNotQuoted()
    {
        await using var server = await ChatServer.StartAsync(new ScriptedReply { Status = 502, Body = "<html><h1>Bad gateway</h1></html>" });

        (await OpenAIChatModelTests.Model("openai:m", server).FailAsync(Ask.User("x"))).Message.ShouldBe($"{server.Host} answered 502");
    }

    [Fact]
    public async Task ErrorWithStatus200_HasTheStatusInIt()
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Json("""{"error":{"message":"slow down","code":429}}"""));

        var failure = await OpenAIChatModelTests.Model("openai:m", server).FailAsync(Ask.User("x"));

        failure.Failure.ShouldBe(ModelFailure.Throttled);
        failure.Message.ShouldBe($"{server.Host} answered 429: slow down");
    }

    [Fact]
    public async Task Redirect_IsNotFollowed_SoThatTheKeyStaysHere()
    {
        await using var other = await ChatServer.StartAsync();
        await using var server = await ChatServer.StartAsync(new ScriptedReply { Status = 307, Headers = new Dictionary<string, string> { ["Location"] = other.BaseUrl } });

        var failure = await OpenAIChatModelTests.Model("azure:m", server).FailAsync(Ask.User("x"));

        failure.Failure.ShouldBe(ModelFailure.Rejected);
        failure.Message.ShouldContain("AZURE_OPENAI_ENDPOINT");
        other.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("openai:m", "OPENAI_BASE_URL")]
    [InlineData("azure:completions:m", "AZURE_OPENAI_ENDPOINT")]
    public async Task RefusedConnection_IsUnreachable_AndNamesTheVariable(string spec, string variable)
    {
        var address = $"http://127.0.0.1:{UnusedPort()}";
        var model = ModelFactory.Create(ModelSpec.Parse(spec), Ask.Environment(("OPENAI_BASE_URL", address), ("AZURE_OPENAI_ENDPOINT", address), ("AZURE_OPENAI_API_KEY", "azure-loopback-key")));

        var failure = await model.FailAsync(Ask.User("x"));

        failure.Failure.ShouldBe(ModelFailure.Unreachable);
        failure.Message.ShouldBe($"cannot reach {new Uri(address).Authority} (Connection refused); check {variable} and the network");
    }

    [Theory]
    [InlineData("openai:m", "")]
    [InlineData("openai:m", "{\"choices\":[{\"message\":{\"content\":\"half of an answer\"}}]}")]
    [InlineData("openai:completions:m", "")]
    [InlineData("openai:completions:m", "{\"choices\":[{\"text\":\"half of an answer\"}]}")]
    public async Task DroppedConnection_IsUnreachable(string spec, string body)
    {
        await using var server = await ChatServer.StartAsync(new ScriptedReply { Drop = true, Body = body });

        var failure = await OpenAIChatModelTests.Model(spec, server).FailAsync(Ask.User("x"));

        failure.Failure.ShouldBe(ModelFailure.Unreachable);
        failure.Message.ShouldStartWith($"cannot reach {server.Host} (");
    }

    [Theory]
    [InlineData("openai:m")]
    [InlineData("openai:completions:m")]
    public async Task CancellationByTheCaller_StaysCancellation(string spec)
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Silence);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var asking = OpenAIChatModelTests.Model(spec, server).AskAsync(Ask.User("x"), cancellation.Token);
        while (server.Calls.Count == 0)
        {
            await Task.Yield();
        }

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => asking);
    }

    [Theory]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("Retry-After", "Thu, 01 Jan 2026 00:00:30 GMT", 30)]
    public async Task RetryAfter_IsRead(string header, string value, double seconds)
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Error(429, "slow", null, (header, value)), ScriptedReply.Error(429, "slow", null, (header, value)));
        var clock = new FakeClock();

        foreach (var spec in new[] { "openai:m", "openai:completions:m" })
        {
            var model = ModelFactory.Create(ModelSpec.Parse(spec), OpenAIChatModelTests.EnvironmentOf(server), clock);
            (await model.FailAsync(Ask.User("x"))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
        }
    }

    private static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
