using Assay.Naming;

namespace Assay.Tests.Naming;

public sealed class NameSuggestionTests
{
    private static readonly string[] Scorers = ["token_count", "flesch_kincaid_grade_level", "ari_grade_level", "exact_match", "toxicity", "latency"];

    [Theory]
    [InlineData("toxcity", "toxicity")]
    [InlineData("Toxicity", "toxicity")]
    [InlineData("toxiciyt", "toxicity")]
    [InlineData("exactmatch", "exact_match")]
    [InlineData("exact", "exact_match")]
    [InlineData("ari", "ari_grade_level")]
    [InlineData("flesch_kincaid", "flesch_kincaid_grade_level")]
    [InlineData("bleu", null)]
    [InlineData("", null)]
    public void Nearest_of_the_scorers(string typed, string? nearest) => NameSuggestion.Nearest(typed, Scorers).ShouldBe(nearest);

    [Fact]
    public void Ending_is_the_end_of_a_sentence()
    {
        NameSuggestion.Ending("latncy", Scorers).ShouldBe("; did you mean \"latency\"?");
        NameSuggestion.Ending("zzzzzz", Scorers).ShouldBe("");
    }
}
