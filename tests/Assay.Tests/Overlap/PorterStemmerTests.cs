using Assay.Overlap;
using Assay.Tests.Golden;

namespace Assay.Tests.Overlap;

public sealed class PorterStemmerTests
{
    [Fact]
    public void Stem_of_every_word_equals_the_reference() => GoldenFile.ShouldAllAgree(GoldenFile.Read("porter_stemmer").Select(record =>
    {
        var word = record.GetProperty("input").GetProperty("word").GetString()!;
        var expected = record.GetProperty("expected").GetProperty("stem").GetString();
        var actual = PorterStemmer.Stem(word);
        return actual == expected ? null : $"{word}: {actual} for {expected}";
    }));

    [Theory]
    [InlineData("", "")]
    [InlineData("Flying", "fli")]
    [InlineData("yyyy", "yyyi")]
    public void Stem_TakesAnyText(string word, string stem) => PorterStemmer.Stem(word).ShouldBe(stem);
}
