using System.Text.Json;
using Assay.Tests.Golden;
using Assay.Tokens;

namespace Assay.Tests.Tokens;

public sealed class TokenGoldenTests
{
    private static readonly IReadOnlyList<JsonElement> Records = GoldenFile.Read("token_count");

    [Theory]
    [InlineData("cl100k_base")]
    [InlineData("o200k_base")]
    [InlineData("gpt2")]
    [InlineData("p50k_base")]
    public void Every_count_equals_the_reference(string name)
    {
        var encoding = TokenEncoding.Get(name);
        GoldenFile.ShouldAllAgree(Records.Select(record =>
        {
            var expected = record.GetProperty("expected").GetProperty(name).GetInt32();
            var actual = encoding.Count(Text(record));
            return actual == expected ? null : $"{record.GetProperty("id")}: {actual} for {expected}";
        }));
    }

    [Fact]
    public void Every_id_of_cl100k_equals_the_reference()
    {
        var encoding = TokenEncoding.Get("cl100k_base");
        GoldenFile.ShouldAllAgree(Records.Where(record => record.TryGetProperty("ids", out var ids) && ids.TryGetProperty("cl100k_base", out _)).Select(record =>
        {
            var expected = record.GetProperty("ids").GetProperty("cl100k_base").EnumerateArray().Select(id => id.GetInt32());
            return encoding.Encode(Text(record)).SequenceEqual(expected) ? null : record.GetProperty("id").GetString();
        }));
    }

    private static string Text(JsonElement record) => record.GetProperty("input").GetProperty("text").GetString()!;
}
