using Assay.Tests.Loopback;

namespace Assay.Tests.Models.OpenAI;

public sealed class OpenAICompletionsModelTests
{
    [Fact]
    public async Task OpenAI_SendsSystemAndPromptAsOneText()
    {
        await using var server = await ChatServer.StartAsync();
        var request = Ask.User("Hello", system: "Be brief.") with { Parameters = Ask.Extra("best_of=1") with { MaxTokens = 3 } };

        var answer = await OpenAIChatModelTests.Model("openai:completions:davinci-002", server).AskAsync(request);

        answer.Text.ShouldBe("echo: Be brief.\n\nHello");
        answer.Usage.ShouldBe(new TokenUsage(10, 5));
        server.Calls[0].PathAndQuery.ShouldBe("/v1/completions");
        server.Calls[0].Headers["Authorization"].ShouldBe("Bearer sk-loopback-key");
        server.Calls[0].Headers["Content-Type"].ShouldBe("application/json");
        server.Calls[0].Body.ShouldBe("""{"model":"davinci-002","prompt":"Be brief.\n\nHello","max_tokens":3,"best_of":1}""");
    }

    [Fact]
    public async Task Azure_CallsDeploymentWithApiKey()
    {
        await using var server = await ChatServer.StartAsync();

        await OpenAIChatModelTests.Model("azure:completions:text-davinci", server).AskAsync(Ask.User("Hello"));

        server.Calls[0].PathAndQuery.ShouldBe("/openai/deployments/text-davinci/completions?api-version=2024-02-01");
        server.Calls[0].Headers["api-key"].ShouldBe("azure-loopback-key");
    }

    [Fact]
    public async Task CutAnswer_SaysSo()
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Text("once", "length", legacy: true));

        (await OpenAIChatModelTests.Model("openai:completions:m", server).AskAsync(Ask.User("Hello"))).FinishReason.ShouldBe(FinishReason.Length);
    }
}
