using Assay.Checks;
using Assay.Tests.Golden;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Tests.Checks;

public sealed class LevenshteinProperties
{
    // Over few letters and over many, one word of 64 bits and several, with characters above U+FFFF.
    private static readonly Arbitrary<string> AnyText = (
        from length in Gen.OneOf(Gen.Choose(0, 12), Gen.Choose(60, 68), Gen.Choose(125, 200))
        from letters in Gen.Elements("ab", "abcdefgh", "a😀b文é")
        from places in Gen.Choose(0, letters.EnumerateRunes().Count() - 1).ArrayOf(length)
        select string.Concat(places.Select(place => letters.EnumerateRunes().ElementAt(place).ToString()))).ToArbitrary();

    [Fact]
    public void Distance_equals_the_textbooks() => Prop.ForAll(AnyText, AnyText, (a, b) => Levenshtein.Distance(a, b) == Table(a, b)).ShouldHold();

    [Theory]
    [InlineData("kitten", "sitting", 3, 4.0 / 7)]
    [InlineData("", "", 0, 1.0)]
    [InlineData("", "abc", 3, 0.0)]
    [InlineData("😀", "a", 1, 0.0)]
    [InlineData("same", "same", 0, 1.0)]
    public void Similarity_IsTheShareThatStays(string a, string b, int distance, double similarity)
    {
        Levenshtein.Distance(a, b).ShouldBe(distance);
        Levenshtein.Similarity(a, b).ShouldBe(similarity, 1e-12);
    }

    private static int Table(string left, string right)
    {
        int[] a = [.. left.EnumerateRunes().Select(rune => rune.Value)], b = [.. right.EnumerateRunes().Select(rune => rune.Value)];
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
                table[i, j] = i == 0 ? j : j == 0 ? i
                    : Math.Min(table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
        return table[a.Length, b.Length];
    }
}
