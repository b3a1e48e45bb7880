using Assay.Data;
using Assay.Scoring;

namespace Assay.Tests.Scoring;

public sealed class ExecScorerTests
{
    [Fact]
    public async Task LinesInOrder_ScoreTheSamplesInOrder()
    {
        var scorer = Scorers.Named("""exec:n=0; while read line; do n=$((n+1)); echo "{\"score\": $n, \"reason\": \"line, $n\"}"; done""").Single();
        await using var owned = (IAsyncDisposable)scorer;

        (await ScoreOf(scorer, "a")).ShouldBe(new Score(1, "line, 1"));
        (await ScoreOf(scorer, "b")).ShouldBe(new Score(2, "line, 2"));
    }

    [Fact]
    public async Task LinesWithIds_MayComeInAnyOrder()
    {
        var scorer = Scorers.Named("""exec:read a; read b; echo '{"id":2,"score":false}'; echo '{"id":1,"score":null,"reason":"not sure"}'; cat > /dev/null""").Single();
        await using var owned = (IAsyncDisposable)scorer;

        var first = ScoreOf(scorer, "a");
        (await ScoreOf(scorer, "b")).ShouldBe(new Score(0));
        (await first).ShouldBe(Score.None("not sure"));
    }

    [Fact]
    public async Task TheProgramSeesTheSample()
    {
        var scorer = Scorers.Named("""exec:while read -r line; do case "$line" in *'"output":"out \"1\"","reference":["r"]'*) echo '{"score":1}';; *) echo '{"score":0}';; esac; done""").Single();
        await using var owned = (IAsyncDisposable)scorer;

        var sample = new Sample { Output = "out \"1\"", Reference = FieldValue.FromJson(System.Text.Json.JsonElement.Parse("""["r"]""")) };
        (await scorer.ScoreAsync(sample, TestContext.Current.CancellationToken)).Value.ShouldBe(1);
    }

    [Theory]
    [InlineData("exec:exit 3", "the program ended with exit code 3")]
    [InlineData("exec:read line; echo hello", "it printed what is no score: 'hello'")]
    [InlineData("exec:read line; echo '{\"score\":\"high\"}'", "it printed what is no score")]
    public async Task ProgramThatFails_IsAReasonForAll(string specification, string reason)
    {
        var scorer = Scorers.Named(specification).Single();
        await using var owned = (IAsyncDisposable)scorer;

        foreach (var output in new[] { "a", "b" })
        {
            var score = await ScoreOf(scorer, output);
            score.Value.ShouldBeNull();
            score.Reason!.ShouldContain(reason);
        }
    }

    [Fact]
    public void Kind_AndDirection_AreTheUsers()
    {
        var description = Scorers.Named("exec:command=\"cat\",kind=pass-fail,direction=lower,as=mine").Single().Description;
        (description.Name, description.Kind, description.Direction).ShouldBe(("mine", ScoreKind.PassFail, ScoreDirection.Lower));
    }

    [Theory]
    [InlineData("exec:API_KEY=sk-1234 python score.py")]
    [InlineData("exec:command=\"HF_TOKEN='sk-1234' python score.py\"")]
    public void KeyThatACommandSets_IsInNoNameOrSummary(string specification)
    {
        var description = Scorers.Named(specification).Single().Description;

        $"{description} {string.Join(' ', description.Aggregates)}".ShouldNotContain("sk-1234");
        description.Summary.ShouldContain("***");
    }

    private static async Task<Score> ScoreOf(IScorer scorer, string output) =>
        await scorer.ScoreAsync(new Sample { Output = output }, TestContext.Current.CancellationToken);
}
