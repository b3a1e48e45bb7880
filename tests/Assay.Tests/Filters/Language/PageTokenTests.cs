using Assay.Storage;

namespace Assay.Tests.Filters.Language;

public sealed class PageTokenTests
{
    [Theory]
    [InlineData("")]
    [InlineData("line\nbreak")]
    [InlineData("back\\slash\\n")]
    [InlineData("\\\n\\")]
    [InlineData("é😀\0'")]
    public void Decode_AnyText_ComesBack(string text)
    {
        var token = PageToken.Decode(PageToken.Encode("x", text, -5L, double.NegativeInfinity), "x", 3)!;
        token.Text(0).ShouldBe(text);
        token.Long(1).ShouldBe(-5);
        token.Double(2).ShouldBe(double.NegativeInfinity);
    }

    [Theory]
    [InlineData("xxx")]
    [InlineData("!!")]
    [InlineData("eyJvZmZzZXQiOiAxfQ==")]
    public void Decode_WhatIsNoToken_IsRefused(string token) =>
        Should.Throw<AssayException>(() => PageToken.Decode(token, "x", 1)).Message.ShouldBe("Invalid page token, could not base64-decode");
}
