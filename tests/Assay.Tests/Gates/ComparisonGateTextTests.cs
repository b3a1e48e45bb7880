using Assay.Gates;

namespace Assay.Tests.Gates;

public sealed class ComparisonGateTextTests
{
    [Theory]
    [InlineData("exact_match/v1 not worse than 3f2a by 0.02", "exact_match/v1", GateOperator.NotWorseThan, "3f2a", 0.02)]
    [InlineData("  a not worse than my run by the sea by 1e-3 ", "a", GateOperator.NotWorseThan, "my run by the sea", 0.001)]
    [InlineData("toxicity/v1/mean better than last~1", "toxicity/v1/mean", GateOperator.BetterThan, "last~1", 0)]
    public void A_comparison_is_read(string text, string key, GateOperator comparison, string run, double margin) =>
        Gate.Parse(text).ShouldBe(new Gate(text.Trim(), key, comparison, margin) { Baseline = run });

    [Theory]
    [InlineData("a not worse than base", "there is no margin: how much worse may it be?")]
    [InlineData("a not worse than base by -1", "the margin \"-1\" is no number above 0")]
    [InlineData("a not worse than base by much", "the margin \"much\" is no number above 0")]
    [InlineData("a better than", "there is no run behind 'better than'")]
    [InlineData("a(b) better than c", "keys hold letters, digits and _ - . / : and spaces, no '('")]
    public void A_wrong_one_says_why(string text, string why) =>
        Should.Throw<BadInputException>(() => Gate.Parse(text)).Message
            .ShouldBe($"gate \"{text}\": {why}; write it like \"exact_match/v1 not worse than RUN by 0.02\"");

    [Fact]
    public void It_holds_for_no_figure_alone() => Gate.Parse("a better than b").Check(new Dictionary<string, double> { ["a"] = 1 }).Passed.ShouldBeFalse();
}
