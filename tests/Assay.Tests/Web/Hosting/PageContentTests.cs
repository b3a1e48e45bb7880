using Assay.Web.Hosting;

namespace Assay.Tests.Web.Hosting;

public sealed class PageContentTests
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/experiments/1?filter=a%20b#rows", true)]
    [InlineData("//elsewhere.test", false)]
    [InlineData("/\\elsewhere.test", false)]
    [InlineData("/\t/elsewhere.test", false)]
    [InlineData("http://elsewhere.test", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsOwnPath_OfAnAddressThatLeavesTheServer_IsFalse(string? path, bool isOwn) => PageContent.IsOwnPath(path).ShouldBe(isOwn);
}
