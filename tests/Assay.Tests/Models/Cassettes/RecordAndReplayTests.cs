using System.Text.Json;
using Assay.Models;

namespace Assay.Tests.Models.Cassettes;

public sealed class RecordAndReplayTests : IDisposable
{
    private readonly TemporaryFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Answer_OfEveryKind_IsReplayedAsItWas()
    {
        Answer[] answers =
        [
            "plain",
            new Answer { Text = "é \u2028 <b> \"q\" 😀\n", FinishReason = FinishReason.Length, Model = "m-1", Usage = new TokenUsage(1, 2, 3, 4) },
            new Answer { Refusal = "no", FinishReason = FinishReason.Unknown },
            new Answer { FinishReason = FinishReason.ContentFilter, FilteredFor = ["hate", "violence"], Usage = new TokenUsage(5, null) },
            new Answer { FinishReason = FinishReason.ToolCalls, ToolCalls = [new ToolCall("c1", "f", "{\"a\": 1}"), new ToolCall(null, "g", "")] },
            new Answer { Text = "" },
            new Answer { Text = "é!", Tokens = [new TokenProbability("é", -0.1, 2), new TokenProbability("!", null)] },
        ];
        await RecordAsync(Ask.Script([.. answers]), [.. answers.Select((_, n) => Ask.User("x", $"{n}"))]);

        using var replay = ReplayingModel.Open(file.Path);
        foreach (var (n, expected) in answers.Index())
        {
            var replayed = await replay.AskAsync(Ask.User("x", $"{n}"));
            JsonSerializer.Serialize(replayed).ShouldBe(JsonSerializer.Serialize(expected));
        }

        replay.Name.ShouldBe("replay:" + file.Path);
    }

    [Fact]
    public async Task FinalFailure_IsReplayedAsItWas()
    {
        var failure = new ModelException(ModelFailure.Throttled, "host answered 429: slow") { Status = 429, RetryAfter = TimeSpan.FromSeconds(1.5) };
        await RecordAsync(Ask.Script(failure), Ask.User("x"));

        using var replay = ReplayingModel.Open(file.Path);
        var replayed = await replay.FailAsync(Ask.User("x"));

        (replayed.Failure, replayed.Message, replayed.Status, replayed.RetryAfter).ShouldBe((failure.Failure, failure.Message, failure.Status, failure.RetryAfter));
    }

    [Fact]
    public async Task Line_ReadsInOrder_WithRequestAnswerAndLatency()
    {
        var clock = new FakeClock();
        var model = new FunctionModel("script:model", (_, _) =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(812.5));
            return Task.FromResult(new Answer { Text = "É <ok>", Usage = new TokenUsage(10, 5), Model = "m-1" });
        });
        await using (var recording = new RecordingModel(model, CassetteWriter.Open(file.Path, append: false, Secrets.None), clock))
        {
            await recording.AskAsync(Ask.User("Olá", "q1", system: "S") with { Repeat = 2, Parameters = Ask.Extra("seed=1") with { Temperature = 0, MaxTokens = 9 } });
        }

        var line = file.Lines.ShouldHaveSingleItem();
        line[..line.IndexOf(",\"digest\"", StringComparison.Ordinal)].ShouldBe(
            """
            {"row":"q1","repeat":2,"request":{"model":"script:model","messages":[{"role":"system","content":"S"},{"role":"user","content":"Olá"}],"parameters":{"max_tokens":9,"seed":1,"temperature":0}},"answer":{"text":"É <ok>","finish_reason":"stop","usage":{"input":10,"output":5},"model":"m-1"},"latency_ms":812.5,"attempts":1
            """.Trim());
    }

    [Fact]
    public async Task RepeatsAndRows_AreToldApart()
    {
        var requests = new[] { Ask.User("x", "1"), Ask.User("x", "1") with { Repeat = 1 }, Ask.User("x", "2") };
        await RecordAsync(Ask.Script(Answer.FromText("a"), Answer.FromText("b"), Answer.FromText("c")), requests);

        using var replay = ReplayingModel.Open(file.Path);

        (await Task.WhenAll(requests.Select(request => replay.AskAsync(request)))).Select(answer => answer.Text).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task ConcurrentCalls_EachGetAWholeLine()
    {
        var model = new FunctionModel("m:m", async (request, _) =>
        {
            await Task.Yield();
            return new string('x', 100_000) + request.RowId;
        });
        var requests = Enumerable.Range(0, 50).Select(n => Ask.User("x", $"{n}")).ToArray();
        await using (var recording = new RecordingModel(model, CassetteWriter.Open(file.Path, append: false, Secrets.None), TimeProvider.System))
        {
            await Task.WhenAll(requests.Select(request => recording.AskAsync(request)));
        }

        using var replay = ReplayingModel.Open(file.Path);
        var answers = await Task.WhenAll(requests.Select(request => replay.AskAsync(request)));
        answers.Select(answer => answer.Text![100_000..]).ShouldBe(requests.Select(request => request.RowId));
    }

    [Fact]
    public async Task RecordingAppended_KeepsEarlierCalls_AndTheLaterOneHolds()
    {
        await RecordAsync(Ask.Script(Answer.FromText("old"), Answer.FromText("kept")), Ask.User("x", "1"), Ask.User("x", "2"));
        await using (var recording = new RecordingModel(Ask.Script(Answer.FromText("new")), CassetteWriter.Open(file.Path, append: true, Secrets.None), TimeProvider.System))
        {
            await recording.AskAsync(Ask.User("x", "1"));
        }

        using var replay = ReplayingModel.Open(file.Path);
        (await replay.AskAsync(Ask.User("x", "1"))).Text.ShouldBe("new");
        (await replay.AskAsync(Ask.User("x", "2"))).Text.ShouldBe("kept");
        file.Lines.Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("{\"row\":\"9\",\"repeat\":0,\"requ", 2)]
    [InlineData("", 2)]
    public async Task LastLineCutByAKill_IsDroppedWhenRecordingGoesOn(string rest, int lines)
    {
        await RecordAsync(Ask.Script(Answer.FromText("a")), Ask.User("x", "1"));
        await File.AppendAllTextAsync(file.Path, rest, TestContext.Current.CancellationToken);

        await RecordAsync(Ask.Script(Answer.FromText("b")), append: true, Ask.User("x", "2"));

        file.Lines.Length.ShouldBe(lines);
        using var replay = ReplayingModel.Open(file.Path);
        (await replay.AskAsync(Ask.User("x", "2"))).Text.ShouldBe("b");
    }

    [Fact]
    public async Task LastLineWithoutItsEnd_IsCompletedWhenRecordingGoesOn()
    {
        await RecordAsync(Ask.Script(Answer.FromText("a")), Ask.User("x", "1"));
        await File.WriteAllTextAsync(file.Path, file.Text.TrimEnd('\n'), TestContext.Current.CancellationToken);

        await RecordAsync(Ask.Script(Answer.FromText("b")), append: true, Ask.User("x", "2"));

        file.Lines.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Secrets_AreNeitherInTheRequest_NorInAnswersAndErrors()
    {
        var secrets = Ask.Environment(("OPENAI_API_KEY", "sk-loopback-key"), ("AZURE_OPENAI_API_KEY", "azure-loopback-key")).Secrets;
        var parameters = Ask.Extra("api_key=\"hidden-one\"", """tools=[{"type":"mcp","headers":{"Authorization":"Bearer hidden-two"}}]""", "max_tokens=5");
        var model = Ask.Script(new ModelException(ModelFailure.Rejected, "bad key sk-loopback-key"), Answer.FromText("your key is azure-loopback-key"));
        await using (var recording = new RecordingModel(model, CassetteWriter.Open(file.Path, append: false, secrets), TimeProvider.System))
        {
            await recording.FailAsync(Ask.User("x") with { Parameters = parameters });
            await recording.AskAsync(Ask.User("y") with { Parameters = parameters });
        }

        file.Text.ShouldNotContain("hidden");
        file.Text.ShouldNotContain("loopback-key");
        file.Text.ShouldContain("\"api_key\":\"***\"");
        file.Text.ShouldContain("\"max_tokens\":5");
        using var replay = ReplayingModel.Open(file.Path);
        (await replay.AskAsync(Ask.User("y") with { Parameters = parameters })).Text.ShouldBe("your key is ***");
    }

    private Task RecordAsync(IModel model, params ModelRequest[] requests) => RecordAsync(model, append: false, requests);

    private async Task RecordAsync(IModel model, bool append, params ModelRequest[] requests)
    {
        await using var recording = new RecordingModel(model, CassetteWriter.Open(file.Path, append, Secrets.None), TimeProvider.System);
        foreach (var request in requests)
        {
            try
            {
                await recording.AskAsync(request);
            }
            catch (ModelException)
            {
                // Recorded, too.
            }
        }
    }
}
