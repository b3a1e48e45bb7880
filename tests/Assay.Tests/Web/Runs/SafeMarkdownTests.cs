using Assay.Web.Runs;

namespace Assay.Tests.Web.Runs;

public sealed class SafeMarkdownTests
{
    [Theory]
    [InlineData("**bold**", "<strong>bold</strong>")]
    [InlineData("# Title", "<h3>Title</h3>")]
    [InlineData("###### Deep", "<h6>Deep</h6>")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", "<td>1</td>")]
    [InlineData("`<b>`", "<code>&lt;b&gt;</code>")]
    public void ToHtml_Markdown_IsFormatted(string text, string expected) => SafeMarkdown.ToHtml(text).ShouldContain(expected);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("text <img src=x onerror=alert(1)> text")]
    [InlineData("<div style=\"position:fixed\">over all</div>")]
    [InlineData("<!-- --><iframe src=/></iframe>")]
    [InlineData("a\n\n<svg onload=alert(1)>")]
    public void ToHtml_Html_IsText(string text)
    {
        var html = SafeMarkdown.ToHtml(text);
        foreach (var element in new[] { "<script", "<img", "<div", "<iframe", "<svg" })
        {
            html.ShouldNotContain(element);
        }

        html.ShouldContain("&lt;");
    }

    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JAVASCRIPT:alert(1))")]
    [InlineData("[a](java&#115;cript:alert(1))")]
    [InlineData("[a](<java\tscript:alert(1)>)")]
    [InlineData("[a](data:text/html,x)")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("[a](//elsewhere.example/x)")]
    [InlineData("[a](/\\elsewhere.example)")]
    [InlineData("[a][r]\n\n[r]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[a](file:///etc/passwd)")]
    public void ToHtml_LinkThatLeadsAstray_IsNoLink(string text) => SafeMarkdown.ToHtml(text).ShouldNotContain("href");

    [Theory]
    [InlineData("[a](https://example.org/x)", "https://example.org/x")]
    [InlineData("[a](http://example.org)", "http://example.org")]
    [InlineData("[a](/experiments/1)", "/experiments/1")]
    [InlineData("[a](artifacts?path=x:y)", "artifacts?path=x:y")]
    [InlineData("[a][r]\n\n[r]: https://example.org", "https://example.org")]
    [InlineData("see https://example.org/y", "https://example.org/y")]
    public void ToHtml_LinkThatMayBeFollowed_IsOne(string text, string address) => SafeMarkdown.ToHtml(text).ShouldContain($"href=\"{address}\"");

    [Fact]
    public void ToHtml_Picture_IsItsWords()
    {
        var html = SafeMarkdown.ToHtml("before ![a *plot*](https://example.org/x.png) after");
        html.ShouldNotContain("<img");
        html.ShouldContain("plot");
        html.ShouldNotContain("example.org");
    }

    [Fact]
    public void ToHtml_LinkWithinAPicture_AndAPictureWithinALink_AreTamedBoth()
    {
        SafeMarkdown.ToHtml("[![x](javascript:a)](javascript:b)").ShouldNotContain("javascript");
        SafeMarkdown.ToHtml("![[x](javascript:a)](javascript:b)").ShouldNotContain("href");
    }

    [Theory]
    [InlineData(">", 3000)]
    [InlineData("- ", 3000)]
    [InlineData("[", 3000)]
    [InlineData("![", 3000)]
    [InlineData("*a ", 9000)]
    [InlineData("[a](", 20_000)]
    public void ToHtml_NestedOrLongWithoutEnd_IsTheTextAsItStands(string part, int times)
    {
        var html = SafeMarkdown.ToHtml("<b>" + string.Concat(Enumerable.Repeat(part, times)));
        html.ShouldStartWith("<p");
        html.ShouldContain("&lt;b&gt;");
        html.ShouldNotContain("<a");
    }
}
