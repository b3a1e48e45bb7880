using Assay.Filters;

namespace Assay.Tests.Filters.Language;

public sealed class LikePatternTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "%", true)]
    [InlineData("", "_", false)]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "ab", false)]
    [InlineData("abc", "a%", true)]
    [InlineData("abc", "%c", true)]
    [InlineData("abc", "%b%", true)]
    [InlineData("aXbXc", "a%b%c", true)]
    [InlineData("aab", "%ab", true)]
    [InlineData("abab", "%ab_", false)]
    [InlineData("a😀b", "a_b", true)]
    [InlineData("😀😀", "%😀", true)]
    [InlineData("ABC", "abc", false)]
    [InlineData("a\nb", "a%b", true)]
    [InlineData("a\\%", "a\\_", true)]
    public void Matches_the_whole_text(string text, string pattern, bool expected) =>
        LikePattern.Matches(text, pattern, ignoreCase: false).ShouldBe(expected);

    [Theory]
    [InlineData("ÉCOLE", "école", true)]
    [InlineData("Дом", "дОМ", true)]
    [InlineData("Straße", "STRASSE", false)]
    public void Matches_ignoring_case_in_every_alphabet(string text, string pattern, bool expected) =>
        LikePattern.Matches(text, pattern, ignoreCase: true).ShouldBe(expected);

    [Fact]
    public void Matches_a_pattern_of_many_wildcards_does_not_explode() =>
        LikePattern.Matches(new string('a', 5_000), string.Concat(Enumerable.Repeat("%a", 500)) + "%b", ignoreCase: false).ShouldBeFalse();
}
