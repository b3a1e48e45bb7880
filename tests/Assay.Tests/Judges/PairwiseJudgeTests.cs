using Assay.Judges.Calibration;
using Assay.Judges.Pairwise;
using Assay.Tests.Loopback;

namespace Assay.Tests.Judges;

public sealed class PairwiseJudgeTests
{
    [Theory]
    [InlineData("first", "second", 1.0, false)]
    [InlineData("second", "first", 0.0, false)]
    [InlineData("tie", "tie", 0.5, false)]
    [InlineData("first", "first", 0.5, true)]
    [InlineData("first", "tie", 0.75, true)]
    public async Task Verdict_IsTheMeanOfBothOrders(string forward, string backward, double value, bool disagrees)
    {
        await using var judge = await LoopbackJudge.StartAsync(LoopbackJudge.Verdict(forward), LoopbackJudge.Verdict(backward));

        var judgement = await Compare(judge, "good", "bad");

        judgement.Value.ShouldBe(value);
        judgement.Disagrees.ShouldBe(disagrees);
        judge.Server.Calls.Count.ShouldBe(2);
        Place(judge.Server.Calls[0], "good").ShouldBeLessThan(Place(judge.Server.Calls[0], "bad"));
        Place(judge.Server.Calls[1], "bad").ShouldBeLessThan(Place(judge.Server.Calls[1], "good"));
    }

    [Fact]
    public async Task OneOrderWithoutAJudgement_IsAReasonAndNoValue()
    {
        await using var judge = await LoopbackJudge.StartAsync(LoopbackJudge.Verdict("first"), ScriptedReply.Error(500, "broken"));

        var judgement = await Compare(judge, "good", "bad");

        judgement.Value.ShouldBeNull();
        judgement.Disagrees.ShouldBeFalse();
        judgement.Reason.ShouldContain("broken");
    }

    [Fact]
    public async Task SameText_IsATie_WithoutACall()
    {
        await using var judge = await LoopbackJudge.StartAsync();

        (await Compare(judge, "same", "same")).Value.ShouldBe(0.5);
        judge.Server.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void Position_CountsChanges_AndWhichPlaceTheyFavour()
    {
        var position = PositionCalibration.Of([(1, 1), (0, 0), (1, 0), (1, 0), (1, 0.5), (0, 1), (0.5, 0.5), (1, 1)]);

        position.Disagreement.Value.ShouldBe(4 / 8.0);
        position.FirstFavoured.Value.ShouldBe(3 / 4.0);
    }

    private static int Place(RecordedCall call, string answer) => call.Prompt.IndexOf($"\n{answer}\n", StringComparison.Ordinal);

    private static Task<PairwiseJudgement> Compare(LoopbackJudge judge, string one, string other) => new PairwiseJudge(judge.Model).AskAsync(
        one, other, input => input.Name == "input" ? "Which?" : null, "row-1", TestContext.Current.CancellationToken);
}
