using Assay.Models;
using Assay.Tests.Loopback;

namespace Assay.Tests.Models.OpenAI;

public sealed class AnswerTokensTests
{
    [Fact]
    public async Task ChatLogprobs_AreTheAnswersTokens()
    {
        var answer = await AnswerTo("openai:m",
            """
            {"choices":[{"finish_reason":"stop","message":{"content":"Yé"},"logprobs":{"content":[
              {"token":"Y","logprob":-0.25,"bytes":[89],"top_logprobs":[]},{"token":"é","logprob":-1.5,"bytes":[195,169],"top_logprobs":[]},
              {"token":"","logprob":1e-9,"bytes":null,"top_logprobs":[]}],"refusal":null}}]}
            """);

        answer.Tokens.ShouldBe([new TokenProbability("Y", -0.25, 1), new TokenProbability("é", -1.5, 2), new TokenProbability("", 0, null)]);
    }

    [Theory]
    [InlineData("""{"choices":[{"finish_reason":"stop","message":{"content":"a"}}]}""")]
    [InlineData("""{"choices":[{"finish_reason":"stop","message":{"content":"a"},"logprobs":null}]}""")]
    [InlineData("""{"choices":[{"finish_reason":"stop","message":{"content":"a"},"logprobs":{"content":null}}]}""")]
    public async Task ChatWithoutLogprobs_HasNone(string body) => (await AnswerTo("openai:m", body)).Tokens.ShouldBeNull();

    [Fact]
    public async Task LegacyLogprobs_HaveTheirBytesByOffset()
    {
        var answer = await AnswerTo("openai:completions:m",
            """
            {"choices":[{"finish_reason":"length","text":" café 🙂!","logprobs":{
              "tokens":[" caf","é"," ","bytes:\\xf0\\x9f","bytes:\\x99\\x82","!"],"token_logprobs":[-1,-2,-3,-4,-5,-6],"text_offset":[10,14,15,16,16,17]}}]}
            """);

        answer.Tokens!.Select(token => token.LogProbability).ShouldBe([-1, -2, -3, -4, -5, -6]);
        answer.Tokens!.Select(token => token.Bytes).ShouldBe([4, 2, 1, 0, 4, 1]);
    }

    [Fact]
    public async Task LegacyWithoutOffsets_HasNoBytes()
    {
        var answer = await AnswerTo("openai:completions:m",
            """{"choices":[{"finish_reason":"stop","text":"ab","logprobs":{"tokens":["a","b"],"token_logprobs":[null,-2]}}]}""");

        answer.Tokens.ShouldBe([new TokenProbability("a", null, null), new TokenProbability("b", -2, null)]);
    }

    [Theory]
    [InlineData("""{"tokens":["a"],"token_logprobs":[-1,-2]}""")]
    [InlineData("""{"tokens":["a"]}""")]
    [InlineData("7")]
    public async Task MalformedLegacyLogprobs_AreNone(string logprobs) =>
        (await AnswerTo("openai:completions:m", $$"""{"choices":[{"finish_reason":"stop","text":"a","logprobs":{{logprobs}}}]}""")).Tokens.ShouldBeNull();

    [Theory]
    [InlineData("openai:m", "true")]
    [InlineData("openai:completions:m", "1")]
    public async Task AskedFor_InTheWordsOfTheProtocol(string spec, string sent)
    {
        await using var server = await ChatServer.StartAsync();

        await OpenAIChatModelTests.Model(spec, server).AskAsync(Ask.User("x") with { Parameters = new CallParameters().WithLogProbabilities() });

        server.Calls[0].Json.GetProperty("logprobs").GetRawText().ShouldBe(sent);
    }

    private static async Task<Answer> AnswerTo(string spec, string body)
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Json(body));
        return await OpenAIChatModelTests.Model(spec, server).AskAsync(Ask.User("x"));
    }
}
