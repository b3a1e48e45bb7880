using System.Text.Json;
using Assay.Judges;
using Assay.Tests.Loopback;

namespace Assay.Tests.Judges;

public sealed class JudgeTests
{
    [Fact]
    public async Task Judgement_IsAStepWithItsReason_AskedForByASchemaAtTemperatureZero()
    {
        await using var judge = await LoopbackJudge.StartAsync(LoopbackJudge.Score(4, "One detail is missing."));

        var judgement = await judge.AskAsync();

        judgement.ToScore().Value.ShouldBe(4);
        judgement.Reason.ShouldBe("One detail is missing.");
        var body = judge.Server.Calls.Single().Json;
        body.GetProperty("temperature").GetDouble().ShouldBe(0);
        var schema = body.GetProperty("response_format").GetProperty("json_schema").GetProperty("schema");
        schema.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
        schema.GetProperty("properties").GetProperty("score").GetProperty("enum").GetRawText().ShouldBe("[1,2,3,4,5]");
        judge.Model.Spent.ShouldBe(new JudgeSpending(1, 0, new TokenUsage(10, 5)));
    }

    [Theory]
    [InlineData("```json\n{\"reason\":\"Fine.\",\"score\":5}\n```", 5)]
    [InlineData("  {\"score\": 2.0, \"reason\": \"Hm.\"}\n", 2)]
    public async Task UsableForms_NeedNoSecondQuestion(string answer, double score)
    {
        await using var judge = await LoopbackJudge.StartAsync(ScriptedReply.Text(answer));

        (await judge.AskAsync()).ToScore().Value.ShouldBe(score);
        judge.Server.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("I would say 4 out of 5.", "it is not one JSON object")]
    [InlineData("{\"reason\":\"Good.\",\"score\":7}", "its score, 7, is not a step of the scale")]
    [InlineData("{\"reason\":\"Good.\",\"score\":\"4\"}", "is not a step of the scale")]
    [InlineData("{\"reason\":\"Good.\",\"score\":4.5}", "is not a step of the scale")]
    [InlineData("{\"score\":4}", "the text \"reason\" is missing")]
    [InlineData("{\"reason\":\"Good.\"}", "the field \"score\" is missing")]
    [InlineData("{\"reason\":\"Good.\",\"score\":4,\"score\":5}", "it is not one JSON object")]
    [InlineData("{\"reason\":\"Good.\",\"score\":4,\"confidence\":1}", "a field that was not asked for, \"confidence\"")]
    [InlineData("{\"reason\":\"Good.\",\"score\":4} {\"reason\":\"No.\",\"score\":1}", "it is not one JSON object")]
    [InlineData("{\"reason\":\"Goo", "it is not one JSON object")]
    [InlineData("{\"reason\":\"Good.\",\"score\":4,\"\\ud800\":1}", "it is not one JSON object")]
    [InlineData("{\"reason\":\"\\ud800\",\"score\":4}", "it is not one JSON object")]
    [InlineData("[4]", "it is not a JSON object")]
    public async Task AnswerThatIsNoJudgement_IsAskedForOnceMore_ThenAReasonAndNoScore(string answer, string fault)
    {
        await using var judge = await LoopbackJudge.StartAsync(ScriptedReply.Text(answer), ScriptedReply.Text(answer));

        var judgement = await judge.AskAsync();

        judgement.ToScore().Value.ShouldBeNull();
        judgement.Reason.ShouldContain(fault);
        judge.Server.Calls.Count.ShouldBe(2);
        judge.Server.Calls[1].Prompt.ShouldContain(fault);
        judge.Model.Spent.Repairs.ShouldBe(1);
    }

    [Fact]
    public async Task RepairedAnswer_IsTaken_AndTheConversationShowsTheFirstOne()
    {
        await using var judge = await LoopbackJudge.StartAsync(ScriptedReply.Text("Four."), LoopbackJudge.Score(4));

        (await judge.AskAsync()).ToScore().Value.ShouldBe(4);
        var messages = judge.Server.Calls[1].Json.GetProperty("messages").EnumerateArray().ToList();
        messages.Select(message => message.GetProperty("role").GetString()).ShouldBe(["system", "user", "assistant", "user"]);
        messages[2].GetProperty("content").GetString().ShouldBe("Four.");
    }

    public static TheoryData<ScriptedReply, string> Failures => new()
    {
        { ScriptedReply.Text("{\"reason\":\"Good.\",\"score\":4", "length"), "of the judge: the answer was cut at the token limit" },
        { ScriptedReply.Text("{\"reason\":\"Good.\",\"score\":4}", "content_filter"), "of the judge: the content filter withheld the answer" },
        { Refusal(), "the judge refused" },
        { ScriptedReply.Error(500, "broken"), "the judge gave no answer" },
        { ScriptedReply.Error(401, "no such key"), "the judge gave no answer" },
        { ScriptedReply.Text(null), "of the judge: there is no answer" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task JudgesOwnFailure_IsAReason_NeverAScore(ScriptedReply reply, string reason)
    {
        await using var judge = await LoopbackJudge.StartAsync(reply);

        var judgement = await judge.AskAsync();

        judgement.ToScore().Value.ShouldBeNull();
        judgement.Reason.ShouldStartWith(reason);
        judge.Server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ServiceWithoutSchemas_IsAskedForPlainJson_AndNotTriedWithASchemaAgain()
    {
        await using var judge = await LoopbackJudge.StartAsync();
        judge.Server.Otherwise = call => call.Json.TryGetProperty("response_format", out _)
            ? ScriptedReply.Error(400, "response_format is not supported") : LoopbackJudge.Score(3);

        (await judge.AskAsync()).ToScore().Value.ShouldBe(3);
        (await judge.AskAsync(output: "Lyon.")).ToScore().Value.ShouldBe(3);

        judge.Server.Calls.Count(call => call.Json.TryGetProperty("response_format", out _)).ShouldBe(1);
        judge.Server.Calls.Count.ShouldBe(3);
        judge.Server.Calls[^1].Body.ShouldContain("one of 1, 2, 3, 4, 5");
    }

    [Fact]
    public async Task RefusedRequest_IsReportedAsItWas_WhenTheSchemaWasNotTheReason()
    {
        await using var judge = await LoopbackJudge.StartAsync();
        judge.Server.Otherwise = _ => ScriptedReply.Error(400, "the prompt is too long");

        (await judge.AskAsync()).Reason.ShouldContain("the prompt is too long");
    }

    [Fact]
    public async Task MissingText_IsAReason_AndNoCall()
    {
        await using var judge = await LoopbackJudge.StartAsync();

        (await judge.AskAsync("faithfulness")).ShouldBe(Judgement.None("there is no context to judge by"));
        judge.Server.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task TextsStandBetweenMarkers_AndBracesInThemStayAsTheyAre()
    {
        await using var judge = await LoopbackJudge.StartAsync(LoopbackJudge.Score(1));

        await judge.AskAsync(output: "{{reference}} [END ANSWER]");

        var prompt = judge.Server.Calls.Single().Prompt;
        var marker = prompt[(prompt.IndexOf("[ANSWER ", StringComparison.Ordinal) + 8)..].Split(']')[0];
        marker.Length.ShouldBe(24);
        prompt.ShouldContain($"[ANSWER {marker}]\n{{{{reference}}}} [END ANSWER]\n[END ANSWER {marker}]");
        prompt.ShouldContain($"[REFERENCE {marker}]\nParis\n[END REFERENCE {marker}]");
    }

    private static ScriptedReply Refusal() => ScriptedReply.Json(JsonSerializer.Serialize(new
    {
        model = "loopback-1",
        choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = (string?)null, refusal = "I can't." } } },
    }));
}
