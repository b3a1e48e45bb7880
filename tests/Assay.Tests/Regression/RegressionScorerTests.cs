using Assay.Scoring;

namespace Assay.Tests.Regression;

public sealed class RegressionScorerTests
{
    [Theory]
    [InlineData("mae", "3", "5", 2.0)]
    [InlineData("mse", "3", "5", 4.0)]
    [InlineData("mape", "-4", "-5", 0.25)]
    [InlineData("rmse", "3", "-1.5e0", 4.5)]
    [InlineData("mae:parse=last-number", "1234.5", "2 and 3 make 1,234.5 dollars.", 0.0)]
    [InlineData("mae:parse=first-number", "5", "It weighs 5kg.", 0.0)]
    [InlineData("mae:parse=first-number", "-0.5", "From \u2212.5 to 3-4", 0.0)]
    [InlineData("mae:parse=last-number", "4", "From .5 to 3-4", 0.0)]
    [InlineData("mae:parse=last-number", "12345", "12345", 0.0)]
    [InlineData("mae:parse=first-number", "2", "2 and 3 make 5.", 0.0)]
    [InlineData(@"mae:parse=regex:total: (\d+)", "7", "total: 9 of 10", 2.0)]
    [InlineData("mae:parse=json:n", "7", """{"n": 7.5}""", 0.5)]
    public async Task Row_HasItsError(string specification, string reference, string output, double expected) =>
        (await ScoreAsync(specification, reference, output)).Value.ShouldBe(expected);

    [Theory]
    [InlineData("mae", "3", "about five", "the answer is no number")]
    [InlineData("mae", "3", "NaN", "the answer is no number")]
    [InlineData("mae:parse=last-number", "3", "about five", "no number in the answer")]
    [InlineData("mae", "three", "3", "the reference is no number")]
    [InlineData("mae", null, "3", "there is no reference")]
    [InlineData("mae", "3", null, "there is no text to score")]
    public async Task NoNumber_IsAReason(string specification, string? reference, string? output, string reason) =>
        (await ScoreAsync(specification, reference, output)).ShouldBe(Score.None(reason));

    [Fact]
    public async Task Regressor_FiguresAreThoseOfTheRowsAsked()
    {
        var scorer = (ICorpusScorer)Scorers.Named("regressor").Single();
        var parts = new List<object>();
        foreach (var (truth, answer) in new[] { ("1", "2"), ("2", "2"), ("4", "1") })
            parts.Add((await scorer.ScoreAsync(new Sample { Reference = truth, Output = answer }, TestContext.Current.CancellationToken)).Part!);
        var corpus = scorer.Gather(parts);

        // example_count, mean_squared_error, root_mean_squared_error, sum_on_target, mean_on_target, r2_score, mean_absolute_percentage_error
        corpus.Compute([0, 1, 2]).ShouldBe([3, 10 / 3.0, Math.Sqrt(10 / 3.0), 7, 7 / 3.0, 1 - 10 / (14 / 3.0), (1 + 0 + 0.75) / 3], Close);
        corpus.Compute([1, 1]).ShouldBe([2, 0, 0, 4, 2, 1, 0], Close);
        corpus.Compute([0])[5].ShouldBe(double.NaN);
    }

    [Fact]
    public async Task OneRow_LeavesDeterminationUndefined_AndSaysSo()
    {
        var scorer = (ICorpusScorer)Scorers.Named("r2").Single();
        var score = await ScoreAsync("r2", "1", "2");
        ((ICorpusRemarks)scorer.Gather([score.Part!])).Remarks.ShouldBe(["r2/v1 is undefined: it needs two rows"]);
    }

    [Fact]
    public void BadParse_SaysWhatToWrite() =>
        Should.Throw<BadInputException>(() => Scorers.Named("mae:parse=number")).Message.ShouldBe(
            "--scorer mae: parse=number is unknown; write first-number, last-number, regex: and an expression, or json: and a field");

    private static readonly EqualityComparer<double?> Close = EqualityComparer<double?>.Create((a, b) => Math.Abs(a!.Value - b!.Value) < 1e-12, _ => 0);

    private static ValueTask<Score> ScoreAsync(string specification, string? reference, string? output) =>
        Scorers.Named(specification).Single().ScoreAsync(new Sample { Reference = reference, Output = output }, TestContext.Current.CancellationToken);
}
