using Assay.Toxicity;

namespace Assay.Tests.Toxicity;

public sealed class TextFoldingTests
{
    [Theory]
    [InlineData("ÀÉÎõüÇñ", "aeioucn")]
    [InlineData("œuvre Æsir Straße", "oeuvre aesir strasse")]
    [InlineData("ŁódźĐorđe", "lodzdorde")]
    [InlineData("ạếỹ", "aey")]
    [InlineData("e\u0301te\u0301", "ete")]
    [InlineData("ＡＢＣ", "abc")]
    [InlineData("Ⓐⓑ", "ab")]
    [InlineData("“x” «y» ‘z’", "\"x\" \"y\" 'z'")]
    public void Letters_are_folded_to_plain_lower_case(string text, string expected)
    {
        Span<char> folded = stackalloc char[64];
        var length = 0;
        for (var i = 0; i < text.Length;)
        {
            length += TextFolding.Fold(text, ref i, folded[length..]);
        }

        folded[..length].ToString().ShouldBe(expected);
    }
}
