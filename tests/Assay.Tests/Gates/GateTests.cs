using Assay.Gates;

namespace Assay.Tests.Gates;

public sealed class GateTests
{
    [Theory]
    [InlineData("exact_match/v1 >= 0.8", "exact_match/v1", GateOperator.AtLeast, 0.8)]
    [InlineData("toxicity/v1/p90 < 0.1", "toxicity/v1/p90", GateOperator.Below, 0.1)]
    [InlineData("  latency/mean<=1.5e1 ", "latency/mean", GateOperator.AtMost, 15)]
    [InlineData("a.b-c d:e > -1", "a.b-c d:e", GateOperator.Above, -1)]
    [InlineData("n == 3", "n", GateOperator.Equal, 3)]
    [InlineData("n = .5", "n", GateOperator.Equal, 0.5)]
    [InlineData("n != 0", "n", GateOperator.NotEqual, 0)]
    public void Parse_reads_key_comparison_and_number(string text, string key, GateOperator comparison, double bound) =>
        Gate.Parse(text).ShouldBe(new Gate(text.Trim(), key, comparison, bound));

    [Theory]
    [InlineData("", "there is no comparison in it")]
    [InlineData("toxicity", "there is no comparison in it")]
    [InlineData(">= 0.8", "there is no key before the comparison")]
    [InlineData("a => 1", "\"> 1\" is not a number")]
    [InlineData("a ! 1", "the comparison is none of >= > <= < == !=")]
    [InlineData("a >= ", "there is no number behind the comparison")]
    [InlineData("a >= 0,8", "\"0,8\" is not a number")]
    [InlineData("a >= 80%", "\"80%\" is not a number")]
    [InlineData("a >= NaN", "\"NaN\" is not a number")]
    [InlineData("a >= 1 and b >= 2", "\"1 and b >= 2\" is not a number")]
    [InlineData("a(b) > 1", "keys hold letters, digits and _ - . / : and spaces, no '('")]
    public void Parse_of_a_bad_gate_says_why_and_shows_one(string text, string why) =>
        Should.Throw<BadInputException>(() => Gate.Parse(text)).Message
            .ShouldBe($"gate \"{text}\": {why}; write it like \"exact_match/v1 >= 0.8\"");

    [Theory]
    [InlineData("m >= 0.8", 0.8, true)]
    [InlineData("m > 0.8", 0.8, false)]
    [InlineData("m <= 0.8", 0.8, true)]
    [InlineData("m < 0.8", 0.8, false)]
    [InlineData("m < 0.8", 0.79, true)]
    [InlineData("m == 0.8", 0.8, true)]
    [InlineData("m != 0.8", 0.8, false)]
    [InlineData("m != 0.8", 0.9, true)]
    public void Check_holds_the_figure_against_the_bound(string gate, double value, bool passed)
    {
        var outcome = Gate.Parse(gate).Check(new Dictionary<string, double> { ["m"] = value });

        (outcome.Gate, outcome.Value, outcome.Passed).ShouldBe((gate, value, passed));
    }

    [Fact]
    public void Check_without_a_figure_fails()
    {
        Gate.Parse("m != 1").Check(new Dictionary<string, double>()).Passed.ShouldBeFalse();
        var outcome = Gate.Parse("m != 1").Check(new Dictionary<string, double> { ["m"] = double.NaN });
        (outcome.Value, outcome.Passed).ShouldBe((null, false));
    }

    [Theory]
    [InlineData("toxicty/v1/p90 < 0.1", "gate \"toxicty/v1/p90 < 0.1\": this evaluation has no figure \"toxicty/v1/p90\"; did you mean \"toxicity/v1/p90\"?")]
    [InlineData("f1 > 0", "gate \"f1 > 0\": this evaluation has no figure \"f1\"; it has exact_match/v1, toxicity/v1/p90")]
    public void An_unknown_key_is_found_before_the_evaluation(string gate, string message) =>
        Should.Throw<BadInputException>(() => GateKeys.Check([Gate.Parse(gate)], ["exact_match/v1", "toxicity/v1/p90"])).Message.ShouldBe(message);

    [Fact]
    public void Known_keys_are_fine() => GateKeys.Check([Gate.Parse("exact_match/v1 >= 0.8")], ["exact_match/v1"]);
}
