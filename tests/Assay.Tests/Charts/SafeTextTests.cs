using Assay.Charts;

namespace Assay.Tests.Charts;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain ção 👩‍👩‍👧 שלום", "plain ção 👩‍👩‍👧 שלום")]
    [InlineData("<a href=\"x\" b='y'>&amp;", "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;")]
    [InlineData("a\0b\u001Bc\u007Fd", "a␀b␛c␡d")]
    [InlineData("a\r\nb\rc\n\td", "a\nb\nc\n\td")]
    [InlineData("\uFFFE\uFFFF\u0085", "\uFFFD\uFFFD\uFFFD")]
    public void Escape_OfText_GivesWhatXmlMayHold(string text, string escaped) => SafeText.Escape(text).ShouldBe(escaped);

    [Fact]
    public void Escape_OfHalfASurrogatePair_ReplacesIt()
    {
        SafeText.Escape("a" + '\uD83D' + "b" + '\uDE00' + "c").ShouldBe("a\uFFFDb\uFFFDc");
        SafeText.Escape("\uDE00\uD83D").ShouldBe("\uFFFD\uFFFD");
    }

    [Fact]
    public void Clean_OfText_LeavesMarkupToTheWriter() => SafeText.Clean("<a&\u0001>").ShouldBe("<a&␁>");

    [Fact]
    public void Markup_OfAnInterpolatedString_EscapesTheHolesOnly()
    {
        var inner = Markup.Of($"<i>{"<"}</i>");
        Markup.Of($"<b title=\"{"\""}\">{inner}{1.25}|{7}</b>").Text.ShouldBe("<b title=\"&quot;\"><i>&lt;</i>1.25|7</b>");
    }
}
