using System.Text;
using Assay.Models;
using Assay.Models.Likelihoods;
using Assay.Tests.Loopback;
using Assay.Tests.Models.OpenAI;

namespace Assay.Tests.Models.Likelihoods;

public sealed class EchoLikelihoodModelTests
{
    [Fact]
    public async Task Text_IsAskedFor_WithoutWritingOn()
    {
        await using var server = await ServerAsync();

        var tokens = await ReadAsync(server, "one two café");

        tokens.ShouldBe([new TokenProbability("one", null, 3), new TokenProbability(" two", -1, 4), new TokenProbability(" café", -2, 6)]);
        var sent = server.Calls.Single().Json;
        server.Calls[0].PathAndQuery.ShouldBe("/v1/completions");
        (sent.GetProperty("echo").GetBoolean(), sent.GetProperty("max_tokens").GetInt32(), sent.GetProperty("logprobs").GetInt32()).ShouldBe((true, 0, 1));
    }

    [Theory]
    [InlineData(16, null)]
    [InlineData(16, 4)]
    [InlineData(64, 64)]
    [InlineData(9, 1)]
    public async Task LongText_IsReadInWindows_EachTokenOnce(int context, int? stride)
    {
        await using var server = await ServerAsync();
        var text = string.Join(' ', Enumerable.Range(0, 200).Select(n => $"w{n}é"));

        var tokens = await ReadAsync(server, text, context, stride);

        tokens.Select(token => token.Text).ShouldBe(EchoReply.Tokens(text));
        tokens.Sum(token => token.Bytes).ShouldBe(Encoding.UTF8.GetByteCount(text));
        server.Calls.Count.ShouldBeGreaterThan(1);
        server.Calls.ShouldAllBe(call => Encoding.UTF8.GetByteCount(call.Prompt) <= context * 2);
    }

    [Fact]
    public async Task Windows_ShareHalfTheirTokens_UnlessTheStrideSaysOtherwise()
    {
        await using var server = await ServerAsync();
        var text = string.Join(' ', Enumerable.Repeat("word", 400));

        var half = await ReadAsync(server, text, context: 100, stride: null);
        var most = await ReadAsync(server, text, context: 100, stride: 10);

        // A window has 200 bytes, which are 40 tokens; the log probability says how many were before.
        half.Skip(40).Min(token => -token.LogProbability!.Value).ShouldBeInRange(17, 20);
        most.Skip(40).Min(token => -token.LogProbability!.Value).ShouldBeInRange(33, 36);
    }

    [Fact]
    public async Task TextWithoutBlanks_IsCutBetweenCharacters()
    {
        await using var server = await ServerAsync();
        var text = string.Concat(Enumerable.Repeat("日本", 100));

        var tokens = await ReadAsync(server, text, context: 20);

        string.Concat(tokens.Select(token => token.Text)).ShouldBe(text);
    }

    [Fact]
    public async Task ServiceThatDoesNotEcho_OffersNone()
    {
        await using var server = await ChatServer.StartAsync();

        (await FailAsync(server)).ShouldBe("log probabilities not offered: openai:completions:m did not echo the text with those of its tokens");
    }

    [Fact]
    public async Task ServiceThatRefuses_OffersNone_AndSaysWhatItSaid()
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Error(400, "echo is not supported with logprobs"));

        (await FailAsync(server)).ShouldBe($"log probabilities not offered: {server.Host} answered 400: echo is not supported with logprobs");
    }

    [Fact]
    public async Task ServiceThatListsTokensWithoutThem_OffersNone()
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Json(
            """{"choices":[{"text":"a b","finish_reason":"length","logprobs":{"tokens":["a"," b"],"token_logprobs":[null,null],"text_offset":[0,1]}}]}"""));

        (await FailAsync(server)).ShouldBe("log probabilities not offered: openai:completions:m listed tokens without them, or without text_offset");
    }

    [Fact]
    public async Task BusyService_IsAskedAgain()
    {
        await using var server = await ServerAsync(ScriptedReply.Error(503, "busy", null, ("Retry-After", "0")));

        (await ReadAsync(server, "a b")).Count.ShouldBe(2);
        server.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Recorded_AreReplayed_WithoutTheService()
    {
        using var file = new TemporaryFile();
        await using var server = await ServerAsync();
        var spec = ModelSpec.Parse("openai:completions:m");
        IReadOnlyList<TokenProbability> recorded;
        await using (var model = (EchoLikelihoodModel)LikelihoodModels.Create(
            spec, OpenAIChatModelTests.EnvironmentOf(server), options: new ModelOptions { RecordTo = file.Path }))
        {
            recorded = await model.LikelihoodAsync("one two three", null, TestContext.Current.CancellationToken);
        }

        await using var replay = (EchoLikelihoodModel)LikelihoodModels.Create(spec, Ask.Environment(), options: new ModelOptions { ReplayFrom = file.Path });

        (await replay.LikelihoodAsync("one two three", null, TestContext.Current.CancellationToken)).ShouldBe(recorded);
        server.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("openai:gpt-4o-mini", "is asked by chat, which gives no log probabilities of a given text; use openai:completions:gpt-4o-mini where the service offers it, or local:stories260K")]
    [InlineData("exec:cat", "gives no log probabilities of a given text; use local:stories260K or openai:completions:MODEL")]
    public void ModelThatCannot_IsRefused(string spec, string message) =>
        Should.Throw<BadInputException>(() => LikelihoodModels.Create(ModelSpec.Parse(spec), Ask.Environment())).Message.ShouldBe($"model '{spec}' {message}");

    private static async Task<ChatServer> ServerAsync(params ScriptedReply[] first)
    {
        var server = await ChatServer.StartAsync(first);
        server.Otherwise = EchoReply.Of;
        return server;
    }

    private static Task<IReadOnlyList<TokenProbability>> ReadAsync(ChatServer server, string text, int? context = null, int? stride = null) =>
        LikelihoodModels.Create(ModelSpec.Parse("openai:completions:m"), OpenAIChatModelTests.EnvironmentOf(server), context)
            .LikelihoodAsync(text, stride, TestContext.Current.CancellationToken);

    private static async Task<string> FailAsync(ChatServer server) =>
        (await Should.ThrowAsync<ModelException>(() => ReadAsync(server, "a b"))).Message;
}
