using Assay.Models;
using Assay.Models.Embeddings;
using Assay.Tests.Loopback;
using Assay.Tests.Models.OpenAI;

namespace Assay.Tests.Models.Embeddings;

public sealed class EmbeddingModelTests
{
    [Fact]
    public async Task Texts_TravelTogether_AndComeBackInOrder()
    {
        await using var server = await ServerAsync();
        using var model = Model("openai:text-embedding-3-small", server);

        var vectors = await EmbedAsync(model, "aab", "c", "bbb");

        vectors.Select(vector => vector.ToArray()).ShouldBe([[2f, 1, 0], [0f, 0, 1], [0f, 3, 0]]);
        var call = server.Calls.Single();
        call.PathAndQuery.ShouldBe("/v1/embeddings");
        call.Headers["Authorization"].ShouldBe("Bearer sk-loopback-key");
        call.Json.GetProperty("model").GetString().ShouldBe("text-embedding-3-small");
        call.Json.TryGetProperty("dimensions", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Azure_IsAskedByItsDeployment()
    {
        await using var server = await ServerAsync();
        using var model = Model("azure:embed", server, dimensions: 256);

        await EmbedAsync(model, "a");

        server.Calls.Single().PathAndQuery.ShouldBe("/openai/deployments/embed/embeddings?api-version=2024-02-01");
        server.Calls[0].Headers["api-key"].ShouldBe("azure-loopback-key");
        server.Calls[0].Json.GetProperty("dimensions").GetInt32().ShouldBe(256);
    }

    [Fact]
    public async Task KnownText_IsNotAskedForAgain()
    {
        await using var server = await ServerAsync();
        using var model = Model("openai:m", server);

        await EmbedAsync(model, "a", "b", "a");
        await EmbedAsync(model, "b", "c");

        server.Calls.SelectMany(EmbeddingReply.Texts).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task TextsOfManyRows_TravelInFewCalls()
    {
        await using var server = await ServerAsync();
        using var model = Model("openai:m", server);

        var rows = await Task.WhenAll(Enumerable.Range(1, 300).Select(n => EmbedAsync(model, new string('a', n), new string('b', n))));

        rows.Select(row => (row[0].Span[0], row[1].Span[1])).ShouldBe(Enumerable.Range(1, 300).Select(n => ((float)n, (float)n)));
        server.Calls.Count.ShouldBeLessThan(200);
        server.Calls.Sum(call => EmbeddingReply.Texts(call).Count).ShouldBe(600);
    }

    [Fact]
    public async Task BusyService_IsAskedAgain()
    {
        await using var server = await ServerAsync(ScriptedReply.Error(429, "slow", null, ("Retry-After", "0")), ScriptedReply.Dropped);
        using var model = Model("openai:m", server);

        (await EmbedAsync(model, "c")).Single().ToArray().ShouldBe([0f, 0, 1]);
        server.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task RefusedText_DoesNotFailTheOthers()
    {
        await using var server = await ServerAsync();
        server.Otherwise = call => EmbeddingReply.Texts(call).Any(text => text.Length > 10) ? ScriptedReply.Error(400, "too long") : EmbeddingReply.Of(call);
        using var model = Model("openai:m", server);

        var good = EmbedAsync(model, "a");
        var both = EmbedAsync(model, "b", new string('c', 11));

        (await good).Count.ShouldBe(1);
        (await Should.ThrowAsync<ModelException>(() => both)).Message.ShouldBe($"{server.Host} answered 400: too long");
        (await EmbedAsync(model, "b")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Failure_IsNotKept()
    {
        await using var server = await ServerAsync(ScriptedReply.Error(401, "no"));
        using var model = Model("openai:m", server);

        (await Should.ThrowAsync<ModelException>(() => EmbedAsync(model, "a"))).Failure.ShouldBe(ModelFailure.Unauthorized);

        (await EmbedAsync(model, "a")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task CancelledCaller_StopsWaiting_AndTheOtherGetsItsVector()
    {
        await using var server = await ServerAsync(ScriptedReply.Error(503, "busy", null, ("Retry-After", "1")));
        using var model = Model("openai:m", server);
        using var cancelled = new CancellationTokenSource();

        var first = model.EmbedAsync(["a"], cancelled.Token);
        var second = EmbedAsync(model, "a");
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => first);
        (await second).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Disposed_GivesUpWhatWaits()
    {
        await using var server = await ServerAsync(ScriptedReply.Silence);
        var model = Model("openai:m", server);

        var waiting = EmbedAsync(model, "a");
        model.Dispose();

        await Should.ThrowAsync<Exception>(() => waiting.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{"data":[]}""", "it has no embedding of text 1 of 1")]
    [InlineData("""{"data":[{"index":4,"embedding":[1]}]}""", "its item 0 is of no text that was sent")]
    [InlineData("""{"data":[{"index":0,"embedding":["x"]}]}""", "sent an answer that does not parse")]
    public async Task AnswerOfAnotherForm_IsAServiceError(string body, string message)
    {
        await using var server = await ServerAsync();
        server.Otherwise = _ => ScriptedReply.Json(body) with { Headers = new Dictionary<string, string>() };
        using var model = new EmbeddingModel(
            OpenAIServices.OpenAI(ModelSpec.Parse("openai:m"), OpenAIChatModelTests.EnvironmentOf(server)), null, new ImpatientTime());

        var failure = await Should.ThrowAsync<ModelException>(() => EmbedAsync(model, "a"));

        failure.Failure.ShouldBe(ModelFailure.ServiceError);
        failure.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("local:stories260K")]
    [InlineData("openai:completions:m")]
    public void ModelWithoutEmbeddings_IsRefused(string spec) =>
        Should.Throw<BadInputException>(() => EmbeddingModel.Create(ModelSpec.Parse(spec), Ask.Environment())).Message
            .ShouldBe($"model '{spec}' gives no embeddings; use openai:MODEL or azure:DEPLOYMENT, as in openai:text-embedding-3-small");

    [Fact]
    public void MissingKey_IsNamed() => Should.Throw<ModelException>(() => EmbeddingModel.Create(ModelSpec.Parse("openai:m"), Ask.Environment()))
        .Message.ShouldContain("OPENAI_API_KEY");

    internal static async Task<ChatServer> ServerAsync(params ScriptedReply[] first)
    {
        var server = await ChatServer.StartAsync(first);
        server.Otherwise = EmbeddingReply.Of;
        return server;
    }

    internal static EmbeddingModel Model(string spec, ChatServer server, int? dimensions = null) =>
        EmbeddingModel.Create(ModelSpec.Parse(spec), OpenAIChatModelTests.EnvironmentOf(server), dimensions);

    private static Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(EmbeddingModel model, params string[] texts) =>
        model.EmbedAsync(texts, TestContext.Current.CancellationToken);

    /// <summary>A clock whose waits of less than a minute are over at once.</summary>
    private sealed class ImpatientTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.FromMinutes(1.5) ? dueTime : TimeSpan.Zero, period);
    }
}
