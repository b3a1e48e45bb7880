namespace Assay.Tests.Running;

public sealed class CutAnswerTests : EvaluationTest
{
    private static readonly Model Cut = Model.From((row, _) => Task.FromResult(new Answer
    {
        Text = row.Index == 0 ? "" : row["ground_truth"], FinishReason = FinishReason.Length,
    }));

    [Fact]
    public async Task Cut_answers_have_no_score_and_say_why()
    {
        var summary = await (Questions(20) with { Model = Cut, Scorers = Scorers.Named("exact_match") }).RunAsync(Store, cancellationToken: Cancel);

        summary.Scorers[0].Scored.ShouldBe(0);
        summary.Scorers[0].NotScored.Single().Reason.ShouldBe("the answer was cut at the token limit");
        summary.Rows.Truncated.ShouldBe(20);
    }

    [Fact]
    public async Task Where_it_is_asked_for_they_are_scored_as_they_stand_and_still_counted()
    {
        var evaluation = Questions(20) with { Model = Cut, Scorers = Scorers.Named("exact_match"), ScoresCutAnswers = true };
        var summary = await evaluation.RunAsync(Store, cancellationToken: Cancel);

        summary.Scorers[0].Scored.ShouldBe(19);
        summary.Scorers[0].NotScored.Single().Reason.ShouldBe("the answer was cut at the token limit");
        summary.Rows.Truncated.ShouldBe(20);
        (await Runs()).Single().Params.ShouldContain(new Tracking.Param("score_cut", "true"));
        (await Should.ThrowAsync<BadInputException>(() => (evaluation with { ScoresCutAnswers = false }).ResumeAsync(Store, summary.RunId, cancellationToken: Cancel)))
            .Message.ShouldContain("prompt changed");
    }
}
