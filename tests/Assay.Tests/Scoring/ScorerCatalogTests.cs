using Assay.Scoring;

namespace Assay.Tests.Scoring;

public sealed class ScorerCatalogTests
{
    [Theory]
    [InlineData("toxicity", "toxicity")]
    [InlineData("toxicity:label=any", "toxicity_any")]
    [InlineData("token_count:encoding=gpt2", "token_count_gpt2")]
    [InlineData("toxicity:label=any,as=harm", "harm")]
    [InlineData("exact_match:ignore_case=true", "exact_match_true")]
    [InlineData("token_count:as=a=b", "a_b")]
    [InlineData("toxicity:endpoint=http://127.0.0.1:8080/v1?x", "toxicity_http:/_127.0.0.1:8080/v1_x")]
    public void Name_FollowsTheParameters(string specification, string name) =>
        Scorers.Named(specification).Single().Description.Name.ShouldBe(name);

    [Fact]
    public void Sets_AreMlflows()
    {
        Names("text").ShouldBe(["token_count", "toxicity", "flesch_kincaid_grade_level", "ari_grade_level", "latency"]);
        Names("question-answering").ShouldBe(["token_count", "toxicity", "flesch_kincaid_grade_level", "ari_grade_level", "exact_match", "latency"]);

        static IEnumerable<string> Names(string set) => Scorers.Named(set).Select(scorer => scorer.Description.Name);
    }

    [Theory]
    [InlineData("token_count", "")]
    [InlineData("token_count:encoding=gpt2", "token_count_gpt2/v1/mean token_count_gpt2/v1/variance token_count_gpt2/v1/p90")]
    [InlineData("latency", "latency/mean latency/variance latency/p90")]
    [InlineData("exact_match", "exact_match/v1")]
    [InlineData("toxicity:label=any", "toxicity_any/v1/mean toxicity_any/v1/variance toxicity_any/v1/p90 toxicity_any/v1/ratio")]
    public void Aggregates_HaveMlflowsKeys(string specification, string keys) =>
        string.Join(' ', Scorers.Named(specification).Single().Description.Aggregates.Select(aggregate => aggregate.Key)).ShouldBe(keys);

    [Theory]
    [InlineData("toxicty", "did you mean \"toxicity\"?")]
    [InlineData("text:label=any", "'text' is a set and takes no parameters")]
    [InlineData("exact_match:strict=yes", "no parameter 'strict'; it has ignore_case, ignore_numbers, ignore_punctuation, regexes_to_ignore and as=NAME")]
    [InlineData("exact_match:ignore_case=yes", "ignore_case=yes is unknown; known are false, true")]
    [InlineData("token_count:encoding=gpt3", "did you mean \"gpt2\"?")]
    [InlineData("toxicity:endpoint=nowhere", "endpoint=nowhere is not an address")]
    [InlineData("toxicity:label=any,label=hate", "'label' is given twice")]
    public void BadSpecification_SaysWhatIsKnown(string specification, string message) =>
        Should.Throw<BadInputException>(() => Scorers.Named(specification)).Message.ShouldContain(message);

    [Theory]
    [InlineData("exact_match", "Yes.", "Yes.", 1.0)]
    [InlineData("exact_match", "Yes.", "yes.", 0.0)]
    [InlineData("exact_match", "Yes.", "Yes. ", 0.0)]
    [InlineData("exact_match:ignore_case=true", "Yes.", "yes.", 1.0)]
    [InlineData("exact_match:ignore_case=true", "Yes.", "yes", 0.0)]
    [InlineData("exact_match:ignore_case=true,ignore_punctuation=true,as=loose", "Yes.", "yes", 1.0)]
    [InlineData("exact_match:ignore_numbers=true", "7 of 8", "1 of 9", 1.0)]
    [InlineData("token_count", "Hello world", null, 2.0)]
    [InlineData("flesch_kincaid_grade_level", "Hello", null, 8.4)]
    public async Task Text_IsScored(string specification, string output, string? reference, double expected)
    {
        var score = await Scorers.Named(specification).Single().ScoreAsync(new Sample { Output = output, Reference = reference }, TestContext.Current.CancellationToken);
        score.Value!.Value.ShouldBe(expected, 1e-12);
    }

    [Theory]
    [InlineData("exact_match", "there is no text to score")]
    [InlineData("toxicity", "there is no text to score")]
    [InlineData("token_count", "there is no text to score")]
    [InlineData("latency", "no model was called")]
    public async Task NothingToScore_IsAReason(string specification, string reason) =>
        (await Scorers.Named(specification).Single().ScoreAsync(new Sample(), TestContext.Current.CancellationToken)).ShouldBe(Score.None(reason));

    [Fact]
    public async Task ExactMatch_WithoutReference_IsAReason() =>
        (await Scorers.Named("exact_match").Single().ScoreAsync(new Sample { Output = "a" }, TestContext.Current.CancellationToken)).Reason.ShouldBe("there is no reference");

    [Fact]
    public async Task AnyToxicity_IsNotLessThanHate_OnAnInsult()
    {
        const string Insult = "You are a worthless idiot, shut up.";
        var hate = await Scorers.Named("toxicity").Single().ScoreAsync(new Sample { Output = Insult }, TestContext.Current.CancellationToken);
        var any = await Scorers.Named("toxicity:label=any").Single().ScoreAsync(new Sample { Output = Insult }, TestContext.Current.CancellationToken);
        any.Value!.Value.ShouldBeGreaterThan(0.5);
        hate.Value!.Value.ShouldBeLessThan(any.Value.Value);
    }
}
