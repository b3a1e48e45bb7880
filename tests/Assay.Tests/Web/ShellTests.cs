using Assay.Web.Components;

namespace Assay.Tests.Web;

public sealed class ShellTests
{
    [Theory]
    [InlineData("/srv/assay.db", "/srv/assay.db")]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000")]
    [InlineData("a b.db", "'a b.db'")]
    [InlineData("it's; rm", "'it'\\''s; rm'")]
    [InlineData("$(rm -rf /)", "'$(rm -rf /)'")]
    [InlineData("`x`", "'`x`'")]
    [InlineData("a\nb", "'a\nb'")]
    [InlineData("100%", "100%")]
    [InlineData("", "''")]
    public void Quote_IsOneWord(string text, string quoted) => Shell.Quote(text).ShouldBe(quoted);
}
