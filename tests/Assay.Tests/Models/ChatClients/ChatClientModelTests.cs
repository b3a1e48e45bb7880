using System.Text.Json;
using Assay.Models;
using Microsoft.Extensions.AI;

namespace Assay.Tests.Models.ChatClients;

public sealed class ChatClientModelTests
{
    [Fact]
    public async Task Request_IsMapped()
    {
        var client = new ScriptedClient(_ => new ChatResponse(new ChatMessage(ChatRole.Assistant, "a")));
        var parameters = Ask.Extra("seed=7", "top_p=0.5", "stop=[\"x\",\"y\"]", "reasoning_effort=low") with { Temperature = 0.25, MaxTokens = 9 };

        await new ChatClientModel(client).AskAsync(Ask.User("Hello", system: "S") with { Parameters = parameters });

        client.Messages.Select(message => (message.Role.Value, message.Text)).ShouldBe([("system", "S"), ("user", "Hello")]);
        var options = client.Options.ShouldNotBeNull();
        (options.Temperature, options.MaxOutputTokens, options.Seed, options.TopP).ShouldBe((0.25f, 9, 7, 0.5f));
        options.StopSequences.ShouldBe(["x", "y"]);
        options.AdditionalProperties!["reasoning_effort"].ShouldBeOfType<JsonElement>().GetString().ShouldBe("low");
    }

    [Fact]
    public async Task RawMessages_KeepPartsCallsAndResults()
    {
        var client = new ScriptedClient(_ => new ChatResponse(new ChatMessage(ChatRole.Assistant, "a")));
        Message[] messages =
        [
            Raw("user", """{"role":"user","content":[{"type":"text","text":"What?"},{"type":"image_url","image_url":{"url":"https://example.org/a.png"}}]}"""),
            Raw("assistant", """{"role":"assistant","content":null,"tool_calls":[{"id":"c1","function":{"name":"f","arguments":"{\"a\":1}"}}]}"""),
            Raw("tool", """{"role":"tool","tool_call_id":"c1","content":"42"}"""),
        ];

        await new ChatClientModel(client).AskAsync(new ModelRequest { Messages = messages });

        client.Messages[0].Contents[0].ShouldBeOfType<TextContent>().Text.ShouldBe("What?");
        client.Messages[0].Contents[1].ShouldBeOfType<UriContent>().Uri.ShouldBe(new Uri("https://example.org/a.png"));
        var call = client.Messages[1].Contents[0].ShouldBeOfType<FunctionCallContent>();
        (call.CallId, call.Name, call.Arguments!["a"]!.ToString()).ShouldBe(("c1", "f", "1"));
        client.Messages[2].Contents[0].ShouldBeOfType<FunctionResultContent>().Result.ShouldBe("42");
    }

    [Fact]
    public async Task Response_IsMapped()
    {
        var client = new ScriptedClient(_ => new ChatResponse(new ChatMessage(ChatRole.Assistant, "cut"))
        {
            FinishReason = ChatFinishReason.Length,
            ModelId = "m-1",
            Usage = new UsageDetails { InputTokenCount = 1, OutputTokenCount = 2, CachedInputTokenCount = 3, ReasoningTokenCount = 4 },
        });

        var answer = await new ChatClientModel(client).AskAsync(Ask.User("x"));

        (answer.Text, answer.FinishReason, answer.Model, answer.Usage).ShouldBe(("cut", FinishReason.Length, "m-1", new TokenUsage(1, 2, 3, 4)));
    }

    [Fact]
    public async Task ToolCallsAndRefusals_AreMapped()
    {
        var client = new ScriptedClient(_ => new ChatResponse(new ChatMessage(ChatRole.Assistant,
        [
            new FunctionCallContent("c1", "f", new Dictionary<string, object?> { ["a"] = 1 }),
            new ErrorContent("I will not.") { ErrorCode = "Refusal" },
        ])));

        var answer = await new ChatClientModel(client).AskAsync(Ask.User("x"));

        answer.Text.ShouldBeNull();
        answer.Refusal.ShouldBe("I will not.");
        answer.ToolCalls.ShouldBe([new ToolCall("c1", "f", """{"a":1}""")]);
    }

    public static TheoryData<Exception, ModelFailure> Thrown => new()
    {
        { new HttpRequestException("no route"), ModelFailure.Unreachable },
        { new HttpRequestException("slow", null, System.Net.HttpStatusCode.TooManyRequests), ModelFailure.Throttled },
        { new HttpRequestException("bad", null, System.Net.HttpStatusCode.BadRequest), ModelFailure.Rejected },
        { new TimeoutException("late"), ModelFailure.TimedOut },
        { new TaskCanceledException("late"), ModelFailure.TimedOut },
        { new InvalidOperationException("a\nb"), ModelFailure.Rejected },
    };

    [Theory]
    [MemberData(nameof(Thrown))]
    public async Task WhatTheClientThrows_FailsTheRow(Exception exception, ModelFailure expected)
    {
        var model = new ChatClientModel(new ScriptedClient(_ => throw exception), "lab:client");

        var failure = await model.FailAsync(Ask.User("x"));

        failure.Failure.ShouldBe(expected);
        failure.Message.ShouldStartWith("lab:client: ");
        failure.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task WhatAFunctionThrows_FailsTheRow()
    {
        var model = new FunctionModel("f:f", (_, _) => throw new FormatException("odd"));

        (await model.FailAsync(Ask.User("x"))).Message.ShouldBe("f:f: FormatException: odd");
    }

    private static Message Raw(string role, string json) => new(role, null) { Raw = JsonElement.Parse(json) };

    private sealed class ScriptedClient(Func<IEnumerable<ChatMessage>, ChatResponse> answer) : IChatClient
    {
        public List<ChatMessage> Messages { get; } = [];

        public ChatOptions? Options { get; private set; }

        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            Messages.AddRange(messages);
            Options = options;
            return answer(Messages);
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
