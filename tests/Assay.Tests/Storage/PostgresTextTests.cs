using System.Text;
using Assay.Storage.Postgres;
using Assay.Storage.Sql;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Tests.Storage;

/// <summary>Text that PostgreSQL cannot hold as it is.</summary>
public sealed class PostgresTextTests
{
    private static readonly Arbitrary<string> Texts = Gen.Elements('\0', '\u0001', '\u0002', '\u0003', 'a', 'é', '日').ArrayOf().Select(units => new string(units)).ToArbitrary();

    [Fact]
    public void Every_text_comes_back_and_none_holds_what_cannot_be_stored() => Prop.ForAll(Texts, text =>
        PostgresText.Decode(PostgresText.Encode(text)) == text && !PostgresText.Encode(text).Contains('\0')).QuickCheckThrowOnFailure();

    [Fact]
    public void Texts_keep_their_order() => Prop.ForAll(Texts, Texts, (one, other) =>
        Math.Sign(Bytes(PostgresText.Encode(one)).AsSpan().SequenceCompareTo(Bytes(PostgresText.Encode(other)))) == Math.Sign(Bytes(one).AsSpan().SequenceCompareTo(Bytes(other))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void An_ordinary_text_is_kept_as_it_is() => PostgresText.Encode("plain é 日本\n\u0002").ShouldBe("plain é 日本\n\u0002");

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_character_that_stands_for_what_is_no_character()
    {
        PostgresText.Encode("a\ud800b").ShouldBe("a\uFFFDb");
        StoredText.Of("\udc00").ShouldBe("\uFFFD");
        StoredText.Of("😀").ShouldBe("😀");
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
