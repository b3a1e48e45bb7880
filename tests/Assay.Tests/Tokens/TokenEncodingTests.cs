using Assay.Tokens;

namespace Assay.Tests.Tokens;

public sealed class TokenEncodingTests
{
    [Fact]
    public void Get_UnknownName_ListsTheKnown() =>
        Should.Throw<ArgumentException>(() => TokenEncoding.Get("cl100k")).Message.ShouldContain("cl100k_base, o200k_base, gpt2");

    [Fact]
    public void Encode_SpecialToken_IsOrdinaryText() =>
        TokenEncoding.Get("cl100k_base").Encode("<|endoftext|>").ShouldNotContain(100257);

    // Past the length from which a heap orders the merges, the result must not depend on which way was taken.
    [Theory]
    [InlineData("abcdefghij", 99, 101)]
    [InlineData("éèñ", 49, 51)]
    public void Encode_LongPiece_BeginsLikeTheShortOne(string letters, int shorter, int longer)
    {
        var encoding = TokenEncoding.Get("cl100k_base");
        var word = string.Concat(Enumerable.Repeat(letters, 20));
        var start = encoding.Encode(word.AsSpan(0, shorter));
        encoding.Encode(word.AsSpan(0, longer)).AsSpan(0, start.Length / 2).ToArray().ShouldBe(start[..(start.Length / 2)]);
    }

    // A quadratic merge would take hours over this one piece.
    [Fact]
    public void Count_MegabyteOfOneLetter_Ends() =>
        TokenEncoding.Get("cl100k_base").Count(new string('a', 1 << 20)).ShouldBe((1 << 20) / 8);
}
