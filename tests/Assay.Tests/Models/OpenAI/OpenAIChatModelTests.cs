using System.Text.Json;
using Assay.Models;
using Assay.Tests.Loopback;

namespace Assay.Tests.Models.OpenAI;

public sealed class OpenAIChatModelTests
{
    [Fact]
    public async Task OpenAI_CallsBaseUrl_WithBearerKey()
    {
        await using var server = await ChatServer.StartAsync();

        var answer = await Model("openai:gpt-4o-mini", server).AskAsync(Ask.User("Hello", system: "Be brief."));

        answer.Text.ShouldBe("echo: Hello");
        answer.Model.ShouldBe("loopback-1");
        answer.Usage.ShouldBe(new TokenUsage(10, 5));
        var call = server.Calls.ShouldHaveSingleItem();
        call.Method.ShouldBe("POST");
        call.PathAndQuery.ShouldBe("/v1/chat/completions");
        call.Headers["Authorization"].ShouldBe("Bearer sk-loopback-key");
        call.Headers["Content-Type"].ShouldBe("application/json");
        call.Body.ShouldBe("""{"model":"gpt-4o-mini","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello"}]}""");
    }

    [Fact]
    public async Task CompatibleService_WithoutKey_SendsNone()
    {
        await using var server = await ChatServer.StartAsync();
        var model = ModelFactory.Create(ModelSpec.Parse("openai:llama3:8b"), Ask.Environment(("OPENAI_BASE_URL", server.BaseUrl + "/")));

        await model.AskAsync(Ask.User("Hello"));

        server.Calls[0].PathAndQuery.ShouldBe("/v1/chat/completions");
        server.Calls[0].Headers.ShouldNotContainKey("Authorization");
        server.Calls[0].Json.GetProperty("model").GetString().ShouldBe("llama3:8b");
    }

    [Fact]
    public async Task Azure_WithVersion_CallsDeploymentWithApiKey()
    {
        await using var server = await ChatServer.StartAsync();

        await Model("azure:gpt-35-turbo", server).AskAsync(Ask.User("Hello"));

        server.Calls[0].PathAndQuery.ShouldBe("/openai/deployments/gpt-35-turbo/chat/completions?api-version=2024-02-01");
        server.Calls[0].Headers["api-key"].ShouldBe("azure-loopback-key");
        server.Calls[0].Headers.ShouldNotContainKey("Authorization");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/openai")]
    [InlineData("/openai/v1/")]
    public async Task Azure_WithoutVersion_CallsV1(string suffix)
    {
        await using var server = await ChatServer.StartAsync();
        var model = ModelFactory.Create(
            ModelSpec.Parse("azure:gpt-35-turbo"), Ask.Environment(("AZURE_OPENAI_ENDPOINT", server.Address + suffix), ("AZURE_OPENAI_API_KEY", "azure-loopback-key")));

        await model.AskAsync(Ask.User("Hello"));

        server.Calls[0].PathAndQuery.ShouldBe("/openai/v1/chat/completions");
        server.Calls[0].Headers["api-key"].ShouldBe("azure-loopback-key");
        server.Calls[0].Json.GetProperty("model").GetString().ShouldBe("gpt-35-turbo");
    }

    [Fact]
    public async Task Parameters_TravelUntouched()
    {
        await using var server = await ChatServer.StartAsync();
        var parameters = Ask.Extra("seed=42", "reasoning_effort=low", """response_format={"type": "json_object"}""", "top_p=0.10", "stop=[\"\\n\"]");

        await Model("openai:m", server).AskAsync(Ask.User("é ☃ <b>") with { Parameters = parameters with { Temperature = 0, MaxTokens = 7 } });

        server.Calls[0].Body.ShouldBe(
            """{"model":"m","messages":[{"role":"user","content":"é ☃ <b>"}],"temperature":0,"max_tokens":7,"seed":42,"reasoning_effort":"low","response_format":{"type": "json_object"},"top_p":0.10,"stop":["\n"]}""");
    }

    [Fact]
    public async Task Parameter_GivenTwice_IsSentOnceAsTheExplicitOne()
    {
        await using var server = await ChatServer.StartAsync();

        await Model("openai:m", server).AskAsync(Ask.User("x") with { Parameters = Ask.Extra("temperature=1") with { Temperature = 0 } });

        server.Calls[0].Body.ShouldEndWith("],\"temperature\":1}");
    }

    [Fact]
    public async Task RawMessage_TravelsUntouched()
    {
        await using var server = await ChatServer.StartAsync();
        const string raw = """{"role":"user","content":[{"type":"text","text":"What is this?"},{"type":"image_url","image_url":{"url":"https://example.org/a.png","detail":"low"}}],"name":"ann"}""";

        await Model("openai:m", server).AskAsync(new ModelRequest { Messages = [new Message("user", null) { Raw = JsonElement.Parse(raw) }] });

        server.Calls[0].Body.ShouldContain(raw);
    }

    [Fact]
    public async Task HalfSurrogatePair_IsSentAsReplacementCharacter()
    {
        await using var server = await ChatServer.StartAsync();

        await Model("openai:m", server).AskAsync(Ask.User("cut \ud83d"));

        server.Calls[0].Prompt.ShouldBe("cut \ufffd");
    }

    [Fact]
    public async Task ConcurrentCalls_GetTheirOwnAnswers()
    {
        await using var server = await ChatServer.StartAsync();
        var model = Model("openai:m", server);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => model.AskAsync(Ask.User($"q{n}"))));

        answers.Select(answer => answer.Text).ShouldBe(Enumerable.Range(0, 50).Select(n => $"echo: q{n}"));
    }

    internal static IModel Model(string spec, ChatServer server) => ModelFactory.Create(ModelSpec.Parse(spec), EnvironmentOf(server));

    internal static ModelEnvironment EnvironmentOf(ChatServer server) => Ask.Environment(
        ("OPENAI_BASE_URL", server.BaseUrl),
        ("OPENAI_API_KEY", "sk-loopback-key"),
        ("AZURE_OPENAI_ENDPOINT", server.Address),
        ("AZURE_OPENAI_API_KEY", "azure-loopback-key"),
        ("AZURE_OPENAI_API_VERSION", "2024-02-01"));
}
