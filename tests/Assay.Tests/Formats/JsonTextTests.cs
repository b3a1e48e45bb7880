using System.Text;
using System.Text.Json;
using Assay.Formats;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Tests.Formats;

public sealed class JsonTextTests
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JsonText.Readable };

    [Theory]
    [InlineData("Qu’est-ce que\u00A0?", "\"Qu’est-ce que\u00A0?\"")]
    [InlineData("<b>&'😀\u2028", "\"<b>&'😀\u2028\"")]
    [InlineData("a\"b\\c\n\t\u0001", "\"a\\\"b\\\\c\\n\\t\\u0001\"")]
    public void Only_what_json_must_escape_is_escaped(string text, string json) => JsonSerializer.Serialize(text, Options).ShouldBe(json);

    [Fact]
    public void Half_a_character_becomes_the_replacement_character()
    {
        JsonSerializer.Deserialize<string>(JsonSerializer.SerializeToUtf8Bytes("half \ud83d", Options)).ShouldBe("half \uFFFD");
        JsonSerializer.Deserialize<string>(JsonSerializer.SerializeToUtf8Bytes("\ude00\ud83d\ude00", Options)).ShouldBe("\uFFFD😀");
    }

    [Fact]
    public void Every_text_comes_back() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
            using var fromUtf8 = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(whole));
            return JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(whole, Options)) == whole
                && JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(fromUtf8.RootElement, Options)) == whole;
        }).QuickCheckThrowOnFailure();
}
