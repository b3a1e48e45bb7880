using Assay.Scoring;

namespace Assay.Tests.Scoring;

public sealed class AnswerPerplexityScorerTests
{
    [Fact]
    public async Task Score_IsThatOfTheAnswersOwnTokens()
    {
        var score = await ScoreAsync(Answered(new TokenProbability("a", Math.Log(0.5), 1), new TokenProbability("b", Math.Log(0.125), 1)));

        score.Value!.Value.ShouldBe(4, 1e-12);
        score.Part.ShouldBeNull();
    }

    [Fact]
    public async Task AnswerWithoutThem_HasAReason_NotAZero() => (await ScoreAsync(new Sample { Output = "a", Answer = "a", LatencySeconds = 1 }))
        .ShouldBe(Score.None("log probabilities not offered: none came with the answer"));

    [Fact]
    public async Task AnswerOfNoTokens_HasAReason() => (await ScoreAsync(Answered())).ShouldBe(Score.None("the answer has no tokens with log probabilities"));

    [Fact]
    public async Task CutAnswer_HasItsReason() => (await ScoreAsync(Answered(new TokenProbability("a", -1, 1)) with { Output = null, WhyNoOutput = "cut" }))
        .ShouldBe(Score.None("cut"));

    [Fact]
    public async Task RecordedAnswer_WasNoCall() => (await ScoreAsync(new Sample { Output = "a", Answer = "a" })).ShouldBe(Score.None("no model was called"));

    [Fact]
    public void PartOfACompositeScorer_HasTheModelAskedForThem() =>
        Scorers.Named("all:of=(length:min=1+answer_perplexity<=4)").Single().Description.NeedsTokens.ShouldBeTrue();

    private static Sample Answered(params TokenProbability[] tokens) =>
        new() { Output = "ab", LatencySeconds = 1, Answer = new Answer { Text = "ab", Tokens = tokens } };

    private static async Task<Score> ScoreAsync(Sample sample) =>
        await Scorers.Named("answer_perplexity").Single().ScoreAsync(sample, TestContext.Current.CancellationToken);
}
