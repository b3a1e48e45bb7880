using Assay.Models;
using Assay.Models.Moderations;
using Assay.Scoring;
using Assay.Tests.Loopback;

namespace Assay.Tests.Scoring;

public sealed class ModerationScorerTests
{
    private const string Body = """
        {"id":"modr-1","model":"omni-moderation-latest","results":[{"flagged":true,"categories":{"hate":true},
        "category_scores":{"hate":0.7,"hate/threatening":0.2,"harassment":0.9,"violence":0.1}}]}
        """;

    [Theory]
    [InlineData("", 0.7)]
    [InlineData("label=any,", 0.9)]
    public async Task Endpoint_GivesTheScore(string parameters, double expected)
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Json(Body));
        var scorer = Scorers.Named($"toxicity:{parameters}endpoint={server.BaseUrl}").Single();

        var score = await scorer.ScoreAsync(new Sample { Output = "some text" }, TestContext.Current.CancellationToken);

        score.Value.ShouldBe(expected);
        server.Calls.Single().PathAndQuery.ShouldBe("/v1/moderations");
        server.Calls.Single().Json.GetProperty("input").GetString().ShouldBe("some text");
    }

    [Fact]
    public async Task BusyService_IsAskedAgain()
    {
        await using var server = await ChatServer.StartAsync(
            ScriptedReply.Error(429, "slow down", null, ("Retry-After", "0")), ScriptedReply.Error(503, "busy", null, ("Retry-After", "0")), ScriptedReply.Json(Body));
        var client = new ModerationClient(new Uri(server.BaseUrl), "key-1");

        (await client.ScoreAsync("x", TestContext.Current.CancellationToken))["harassment"].ShouldBe(0.9);

        server.Calls.Count.ShouldBe(3);
        server.Calls.ShouldAllBe(call => call.Headers["Authorization"] == "Bearer key-1");
    }

    [Fact]
    public async Task RefusedKey_IsAReason_WithoutTheKey()
    {
        await using var server = await ChatServer.StartAsync(ScriptedReply.Error(401, "bad key"));
        var client = new ModerationClient(new Uri(server.BaseUrl), "sk-secret");

        var refused = await Should.ThrowAsync<ModelException>(() => client.ScoreAsync("x", TestContext.Current.CancellationToken));

        refused.Failure.ShouldBe(ModelFailure.Unauthorized);
        refused.Message.ShouldContain("OPENAI_API_KEY");
        refused.Message.ShouldNotContain("sk-secret");
    }

    [Fact]
    public async Task AnotherAnswer_IsAReason()
    {
        await using var server = await ChatServer.StartAsync([.. Enumerable.Repeat(ScriptedReply.Text("hello"), 1)]);
        server.Otherwise = _ => ScriptedReply.Error(400, "no");
        var scorer = Scorers.Named($"toxicity:endpoint={server.BaseUrl}").Single();

        var score = await scorer.ScoreAsync(new Sample { Output = "x" }, TestContext.Current.CancellationToken);

        score.Value.ShouldBeNull();
        score.Reason!.ShouldContain("the moderations endpoint answered 400");
    }
}
