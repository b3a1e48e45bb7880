using Assay.Readability;

namespace Assay.Tests.Readability;

public sealed class HyphenationPatternsTests
{
    [Theory]
    [InlineData("hyphen", 0)]
    [InlineData("abhyph", 1)]
    [InlineData("abhyphenz", 2)]
    public void CountPositions_applies_the_highest_value_between_letters(string word, int positions) =>
        HyphenationPatterns.Parse("UTF-8\nLEFTHYPHENMIN 3\n% a comment\n1hy\n.hy4p\nhy3ph\n4ph.\nn1z").CountPositions(word).ShouldBe(positions);

    [Theory]
    [InlineData("ab", 0)]
    [InlineData("abc", 0)]
    [InlineData("abcd", 1)]
    [InlineData("abcde", 2)]
    public void CountPositions_keeps_two_letters_on_both_sides(string word, int positions) =>
        HyphenationPatterns.Parse("a1\nb1\nc1\nd1\ne1").CountPositions(word).ShouldBe(positions);

    [Fact]
    public void Count_LanguageWithoutDictionary_HyphenatesOnly() =>
        new SyllableCounter(HyphenationPatterns.Parse("a1")).Count("Banana,").ShouldBe(3);
}
