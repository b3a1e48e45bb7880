using Assay.Scoring;

namespace Assay.Tests.Scoring;

public sealed class MetricKeysTests
{
    [Theory]
    [InlineData("token_count_gpt2", "token_count_gpt2")]
    [InlineData("a b/c-d.e:f", "a b/c-d.e:f")]
    [InlineData("prix €", "prix _")]
    [InlineData("toxicity_https://example.org/v1", "toxicity_https:/_example.org/v1")]
    [InlineData("a///b", "a/__b")]
    [InlineData("/a", "_a")]
    [InlineData("a/", "a_")]
    [InlineData("/", "_")]
    [InlineData("../a/./b", "__/a/_/b")]
    [InlineData("", "")]
    public void Clean_GivesAKeyThatMlflowTakes(string name, string key) => MetricKeys.Clean(name).ShouldBe(key);

    [Fact]
    public void NameTooLongForAKey_IsBadInput_BeforeAnyCall() =>
        Should.Throw<BadInputException>(() => Scorers.Named($"exact_match:as={new string('x', 201)}")).Message.ShouldContain("as=NAME");
}
