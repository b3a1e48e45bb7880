using Assay.Models;
using Assay.Tests.Loopback;

namespace Assay.Tests.Models.OpenAI;

public sealed class AnswerTests
{
    [Fact]
    public async Task Usage_WithDetails_CountsCachedAndReasoningTokens()
    {
        var answer = await AnswerTo(
            """
            {"model":"o1","choices":[{"message":{"content":"4"},"finish_reason":"stop"}],
             "usage":{"prompt_tokens":20,"completion_tokens":9,"prompt_tokens_details":{"cached_tokens":16},"completion_tokens_details":{"reasoning_tokens":8}}}
            """);

        answer.Usage.ShouldBe(new TokenUsage(20, 9, Cached: 16, Reasoning: 8));
        answer.WhyNotWhole.ShouldBeNull();
    }

    [Fact]
    public async Task CutAnswer_KeepsItsText_AndSaysSo()
    {
        var answer = await AnswerTo("""{"choices":[{"message":{"content":"once upon"},"finish_reason":"length"}]}""");

        answer.Text.ShouldBe("once upon");
        answer.FinishReason.ShouldBe(FinishReason.Length);
        answer.Usage.ShouldBeNull();
        answer.WhyNotWhole.ShouldBe("the answer was cut at the token limit");
    }

    [Fact]
    public async Task Refusal_IsNoText()
    {
        var answer = await AnswerTo("""{"choices":[{"message":{"content":null,"refusal":"I cannot help with that."},"finish_reason":"stop"}]}""");

        answer.Text.ShouldBeNull();
        answer.Refusal.ShouldBe("I cannot help with that.");
        answer.WhyNotWhole.ShouldBe("the model refused");
    }

    [Fact]
    public async Task ToolCalls_AreKeptInOrder()
    {
        var answer = await AnswerTo(
            """
            {"choices":[{"finish_reason":"tool_calls","message":{"content":null,"tool_calls":[
              {"id":"c1","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Lyon\"}"}},
              {"id":"c2","type":"function","function":{"name":"time","arguments":{"zone":"UTC"}}}]}}]}
            """);

        answer.ToolCalls.ShouldBe([new ToolCall("c1", "weather", """{"city":"Lyon"}"""), new ToolCall("c2", "time", """{"zone":"UTC"}""")]);
        answer.FinishReason.ShouldBe(FinishReason.ToolCalls);
        answer.WhyNotWhole.ShouldBe("the model called tools instead of answering");
    }

    [Fact]
    public async Task FunctionCall_OfTheOldForm_IsAToolCall()
    {
        var answer = await AnswerTo("""{"choices":[{"finish_reason":"function_call","message":{"function_call":{"name":"f","arguments":"{}"}}}]}""");

        answer.ToolCalls.ShouldBe([new ToolCall(null, "f", "{}")]);
    }

    [Fact]
    public async Task ContentAsParts_IsTheirText()
    {
        var answer = await AnswerTo("""{"choices":[{"message":{"content":[{"type":"text","text":"one "},{"type":"text","text":"two"}]},"finish_reason":"stop"}]}""");

        answer.Text.ShouldBe("one two");
    }

    [Fact]
    public async Task FilteredAnswer_NamesItsCategories()
    {
        var answer = await AnswerTo(
            """
            {"choices":[{"finish_reason":"content_filter","message":{"content":null},
              "content_filter_results":{"hate":{"filtered":true,"severity":"high"},"sexual":{"filtered":false,"severity":"safe"},"custom_blocklists":[{"id":"x","filtered":true}]}}],
             "prompt_filter_results":[{"prompt_index":0,"content_filter_results":{"violence":{"filtered":false,"severity":"safe"}}}]}
            """);

        answer.FinishReason.ShouldBe(FinishReason.ContentFilter);
        answer.FilteredFor.ShouldBe(["hate", "custom_blocklists"]);
        answer.WhyNotWhole.ShouldBe("the content filter withheld the answer (hate, custom_blocklists)");
    }

    [Fact]
    public async Task FilteredPrompt_IsAnAnswer_NotAnError()
    {
        await using var server = await ChatServer.StartAsync(new ScriptedReply
        {
            Status = 400,
            Body =
                """
                {"error":{"message":"The response was filtered due to the prompt triggering Azure OpenAI's content management policy.","param":"prompt","code":"content_filter","status":400,
                 "innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"hate":{"filtered":false,"severity":"safe"},"jailbreak":{"filtered":true,"detected":true},"violence":{"filtered":true,"severity":"medium"}}}}}
                """,
        });

        var answer = await OpenAIChatModelTests.Model("azure:gpt", server).AskAsync(Ask.User("x"));

        answer.FinishReason.ShouldBe(FinishReason.ContentFilter);
        answer.FilteredFor.ShouldBe(["jailbreak", "violence"]);
        answer.Text.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>busy</html>")]
    [InlineData("{\"choices\":[]}")]
    [InlineData("{\"choices\":[{\"index\":0}]}")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"a")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task WhatDoesNotParse_IsAServiceError(string body)
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Json(body));

        var failure = await OpenAIChatModelTests.Model("openai:m", server).FailAsync(Ask.User("x"));

        failure.Failure.ShouldBe(ModelFailure.ServiceError);
        failure.WorthRetrying.ShouldBeTrue();
        failure.Message.ShouldStartWith(server.Host);
        failure.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task AnswerBeyondAllBounds_IsRefused_AndNotAskedForAgain()
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Text(new string('x', 33 << 20)));

        var failure = await OpenAIChatModelTests.Model("openai:m", server).FailAsync(Ask.User("x"));

        failure.WorthRetrying.ShouldBeFalse();
        failure.Message.ShouldBe($"{server.Host} sent an answer of more than 32 MB");
    }

    private static async Task<Answer> AnswerTo(string body)
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Json(body));
        return await OpenAIChatModelTests.Model("openai:m", server).AskAsync(Ask.User("x"));
    }
}
