using Assay.Judges;
using Assay.Scoring;

namespace Assay.Tests.Judges;

public sealed class JudgeDefinitionReaderTests
{
    private const string Tone = """
        name: tone
        version: v2
        summary: How friendly it is.
        prompt: |
          How friendly is this text? {{output}}
        inputs: [output, "input?"]
        scale:
          cold: {value: 0, means: Unfriendly.}
          plain: {value: 0.5}
          warm: {value: 1, means: Friendly.}
        examples:
          - output: Go away.
            score: cold
            reason: It sends the reader away.
        direction: higher
        aggregates: [mean, median]
        """;

    [Fact]
    public void OwnJudge_IsRead()
    {
        var judge = JudgeDefinitionReader.Parse(Tone, "tone.yaml");

        judge.Name.ShouldBe("tone");
        judge.Inputs.ShouldBe([new JudgeInput("output"), new JudgeInput("input", IsOptional: true)]);
        judge.Scale.ShouldBe([new JudgeStep("cold", 0, "Unfriendly."), new JudgeStep("plain", 0.5, null), new JudgeStep("warm", 1, "Friendly.")]);
        judge.Kind.ShouldBe(ScoreKind.UnitInterval);
        judge.Field.ShouldBe("verdict");
        judge.Examples.Single().Answer.ShouldBe("cold");
        judge.Aggregates.ShouldBe([AggregateKind.Mean, AggregateKind.Median]);
    }

    [Theory]
    [InlineData("prompt: |", "promt: |", "line 4, column 8: unknown key 'promt'; did you mean \"prompt\"?")]
    [InlineData("score: cold", "score: icy", "the score icy is no step of the scale (cold, plain, warm)")]
    [InlineData("cold: {value: 0,", "cold: {value: low,", "the value low of 'cold' is no number")]
    [InlineData("plain: {value: 0.5}", "plain: soso", "'plain' is no number: say what it counts")]
    [InlineData("inputs: [output, \"input?\"]", "inputs: []", "'inputs' is missing")]
    [InlineData("direction: higher", "direction: up", "'up' is none of higher, lower, none")]
    [InlineData("aggregates: [mean, median]", "aggregates: [average]", "no aggregate 'average'")]
    [InlineData("name: tone", "name: [", "not valid YAML")]
    public void BadJudge_NamesFileLineAndField(string good, string bad, string message)
    {
        var thrown = Should.Throw<BadInputException>(() => JudgeDefinitionReader.Parse(Tone.Replace(good, bad, StringComparison.Ordinal), "tone.yaml"));
        thrown.Message.ShouldStartWith("tone.yaml");
        thrown.Message.ShouldContain(message);
    }

    [Fact]
    public void MissingFile_IsSaid() =>
        Should.Throw<BadInputException>(() => JudgeDefinitionReader.Read("nowhere/tone.yaml")).Message.ShouldBe("nowhere/tone.yaml: no such file; give the YAML file of a judge");

    [Fact]
    public void Digest_ChangesWithWhatTheJudgeIsTold()
    {
        var judge = JudgeDefinitionReader.Parse(Tone, "tone.yaml");
        judge.Digest.ShouldBe(JudgeDefinitionReader.Parse(Tone, "other.yaml").Digest);
        (judge with { Prompt = judge.Prompt + "!" }).Digest.ShouldNotBe(judge.Digest);
        (judge with { Examples = [] }).Digest.ShouldNotBe(judge.Digest);
        (judge with { Summary = "Another." }).Digest.ShouldBe(judge.Digest);
    }

    [Theory]
    [InlineData("answer_similarity")]
    [InlineData("answer_correctness")]
    [InlineData("answer_relevance")]
    [InlineData("relevance")]
    [InlineData("faithfulness")]
    public void MlflowsJudges_HaveItsScale(string name)
    {
        var judge = BuiltInJudges.Get(name);
        (judge.Name, judge.Version, judge.Kind, judge.Direction).ShouldBe((name, "v1", ScoreKind.Ordinal, ScoreDirection.Higher));
        judge.Scale.Select(step => step.Answer).ShouldBe(["1", "2", "3", "4", "5"]);
        judge.Scale.ShouldAllBe(step => step.Meaning != null);
        judge.Examples.Count.ShouldBe(2);
    }

    [Fact]
    public void Guidelines_PassOrFail() => BuiltInJudges.Get("guidelines").Kind.ShouldBe(ScoreKind.PassFail);
}
