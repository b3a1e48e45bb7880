using System.Text;
using Assay.Tokens;

namespace Assay.Tests.Data.Selection;

public sealed class TruncateTests
{
    private const string Hostile = "Ação naïve 漢字かな交じり文 👩‍👩‍👧‍👦🇧🇷 café   \n\n\t don't 12345 ﷽ zzzzzzzzzz \u0301 end";

    public static TheoryData<string> Encodings => [.. TokenEncoding.Names];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void PrefixLength_IsValidTextOfNoMoreTokens(string name)
    {
        var encoding = TokenEncoding.Get(name);
        var all = encoding.Count(Hostile);
        var before = 0;
        for (var tokens = 0; tokens <= all; tokens++)
        {
            var length = encoding.PrefixLength(Hostile, tokens);

            encoding.Count(Hostile.AsSpan(0, length)).ShouldBeLessThanOrEqualTo(tokens);
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(Hostile.AsSpan(0, length).ToString()).ShouldBeGreaterThanOrEqualTo(length);
            length.ShouldBeGreaterThanOrEqualTo(before);
            before = length;
        }

        encoding.PrefixLength(Hostile, all).ShouldBe(Hostile.Length);
    }

    [Fact]
    public void PrefixLength_OfWords_EndsWhereTheTokenDoes()
    {
        var encoding = TokenEncoding.Get("gpt2");

        "The quick brown fox"[..encoding.PrefixLength("The quick brown fox", 2)].ShouldBe("The quick");
        encoding.PrefixLength("", 3).ShouldBe(0);
        encoding.PrefixLength("漢字", 1).ShouldBe(0);
    }

    [Fact]
    public async Task Truncate_CutsTheColumnAndCountsTheRows()
    {
        var dataset = Dataset.Of(new { inputs = "one two three four", n = 1 }, new { inputs = "one", n = 2 }, new { inputs = (string?)null, n = 3 }).Truncate("gpt2", 2);

        (await dataset.JsonAsync()).ShouldBe(["""{"inputs":"one two","n":1}""", """{"inputs":"one","n":2}""", """{"inputs":null,"n":3}"""]);
        (await dataset.ProfileAsync()).Warnings.ShouldBe(["--truncate inputs=gpt2:2: 1 of 3 rows cut"]);
        dataset.SourceJson.ShouldBe("""{"uri":"code","steps":[{"truncate":"inputs=gpt2:2"}]}""");
    }

    [Fact]
    public async Task Truncate_ChangesTheDigest()
    {
        var dataset = Dataset.Of(new { inputs = "one two three four" });

        (await dataset.Truncate("gpt2", 2).ProfileAsync()).Digest.ShouldNotBe((await dataset.ProfileAsync()).Digest);
        (await dataset.Truncate("gpt2", 20).ProfileAsync()).Digest.ShouldBe((await dataset.ProfileAsync()).Digest);
    }

    [Fact]
    public async Task Truncate_OfNoTexts_IsRefused()
    {
        (await Dataset.Of(new { inputs = new[] { "a" } }).Truncate("gpt2", 2).ErrorAsync()).ShouldBe(
            "code, row 1: \"inputs\" holds a list or an object; --truncate cuts texts only: name a column of texts");
        (await Dataset.Of(new { input = "a" }).Truncate("gpt2", 2).ErrorAsync()).ShouldBe(
            "--truncate: code has no column \"inputs\"; it has input; did you mean \"input\"?; name one with --truncate COLUMN=gpt2:2");
    }
}
