using Assay.Tests.Golden;
using Assay.Tokens;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Tests.Tokens;

public sealed class TokenEncodingProperties
{
    public static TheoryData<string> Encodings => [.. TokenEncoding.Names];

    // Any UTF-16 units at all, lone surrogates among them, and the characters that the patterns treat apart.
    private static readonly Arbitrary<string> AnyText = Gen.Frequency(
            (3, Gen.Choose(0, 0xFFFF).Select(unit => ((char)unit).ToString())),
            (3, Gen.Elements("'s", "'LL", " ", "  ", "\n", "\r\n", "7", "é", "e\u0301", "ABC", "Word", "word", "/", "!?", "<|endoftext|>")),
            (1, Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32)))
        .ListOf().Select(string.Concat).ToArbitrary();

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Count_is_the_number_of_ids_for_any_text(string name)
    {
        var encoding = TokenEncoding.Get(name);
        Prop.ForAll(AnyText, text => encoding.Count(text) == encoding.Encode(text).Length).ShouldHold();
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_lone_surrogate_counts_as_the_replacement_character(string name)
    {
        var encoding = TokenEncoding.Get(name);
        Prop.ForAll(AnyText, text =>
            encoding.Encode(text).SequenceEqual(encoding.Encode(WellFormed(text)))).ShouldHold();
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Texts_apart_by_line_breaks_and_words_count_apart(string name)
    {
        var encoding = TokenEncoding.Get(name);
        encoding.Encode("one two\nthree four").ShouldBe([.. encoding.Encode("one two\n"), .. encoding.Encode("three four")]);
    }

    private static string WellFormed(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
