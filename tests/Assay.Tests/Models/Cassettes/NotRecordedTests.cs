using System.Text.Json;
using Assay.Models;

namespace Assay.Tests.Models.Cassettes;

public sealed class NotRecordedTests : IDisposable
{
    private readonly TemporaryFile file = new();

    public void Dispose() => file.Dispose();

    public static TheoryData<string, string> Changes => new()
    {
        { "temperature", "temperature is 0.5, recorded 0" },
        { "no temperature", "temperature is not set, recorded 0" },
        { "seed", "seed is 7, recorded without" },
        { "prompt", "the prompt differs from character 9: 'What is Spark?', recorded 'What is MLflow?'" },
        { "system", "the system prompt differs from character 4: 'Be loud.', recorded 'Be brief.'" },
        { "no system", "the system prompt is empty, recorded 'Be brief.'" },
        { "more messages", "there are 2 messages, recorded 1; the role of message 1 is assistant, recorded user; message 1 differs from character 1: 'Hi', recorded 'What is MLflow?'" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task ChangedRequest_NamesTheRowAndWhatDiffers(string change, string difference)
    {
        using var replay = await RecordedAsync();

        var failure = await replay.FailAsync(Changed(change));

        failure.Failure.ShouldBe(ModelFailure.NotRecorded);
        failure.Message.ShouldBe($"row 'q1' is not recorded in {file.Path}: from the call that was recorded for it, {difference}");
    }

    [Fact]
    public async Task OtherModel_IsNamed()
    {
        (await RecordedAsync()).Dispose();
        using var replay = new ReplayingModel("azure:other", Cassette.Open(file.Path));

        (await replay.FailAsync(Question("What is MLflow?"))).Message.ShouldEndWith("from the call that was recorded for it, model is azure:other, recorded script:model");
    }

    [Fact]
    public async Task OtherRow_IsComparedWithTheNearestCall()
    {
        using var replay = await RecordedAsync();

        (await replay.FailAsync(Question("What is MLflow good for?") with { RowId = "q9" })).Message.ShouldEndWith(
            "no call of this row was; from the nearest recorded one, of row 'q1', the prompt differs from character 15: '…at is MLflow good for?', recorded '…at is MLflow?'");
    }

    [Fact]
    public async Task SameRequestUnderAnotherRow_AsksAboutIds()
    {
        using var replay = await RecordedAsync();

        (await replay.FailAsync(Question("What is MLflow?") with { RowId = "q9" })).Message.ShouldEndWith(
            "the same request was recorded for row 'q1'; are the ids of the rows the same as then?");
    }

    [Fact]
    public async Task OtherRepeat_SaysSo()
    {
        using var replay = await RecordedAsync();

        (await replay.FailAsync(Question("What is MLflow?") with { Repeat = 3 })).Message.ShouldBe(
            $"row 'q1' (repeat 3) is not recorded in {file.Path}: the recording has only other repeats of it");
    }

    [Fact]
    public async Task RawMessageOfRoleAndText_IsTheSameRequest()
    {
        using var replay = await RecordedAsync();
        var raw = JsonElement.Parse("""{"content": "What is MLflow?", "role": "user"}""");
        var request = Question("x") with { Messages = [new Message("system", "Be brief."), new Message("user", null) { Raw = raw }] };

        (await replay.AskAsync(request)).Text.ShouldBe("a");
    }

    private static ModelRequest Question(string prompt) => Ask.User(prompt, "q1", system: "Be brief.") with { Parameters = new CallParameters { Temperature = 0 } };

    private static ModelRequest Changed(string change)
    {
        var request = Question("What is MLflow?");
        return change switch
        {
            "temperature" => request with { Parameters = new CallParameters { Temperature = 0.5 } },
            "no temperature" => request with { Parameters = new CallParameters() },
            "seed" => request with { Parameters = Ask.Extra("seed=7") with { Temperature = 0 } },
            "prompt" => Question("What is Spark?"),
            "system" => request with { Messages = [new Message("system", "Be loud."), request.Messages[1]] },
            "no system" => request with { Messages = [request.Messages[1]] },
            "more messages" => request with { Messages = [request.Messages[0], new Message("assistant", "Hi"), request.Messages[1]] },
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };
    }

    private async Task<ReplayingModel> RecordedAsync()
    {
        await using (var recording = new RecordingModel(Ask.Script(Answer.FromText("a")), CassetteWriter.Open(file.Path, append: false, Secrets.None), TimeProvider.System))
        {
            await recording.AskAsync(Question("Tell me about something else altogether.") with { RowId = "q0" });
            await recording.AskAsync(Question("What is MLflow?"));
        }

        return ReplayingModel.Open(file.Path);
    }
}
