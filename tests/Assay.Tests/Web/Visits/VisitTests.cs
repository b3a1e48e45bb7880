using Assay.Web.Languages;

namespace Assay.Tests.Web.Visits;

public sealed class VisitTests
{
    [Theory]
    [InlineData("/a", "/a?b=2")]
    [InlineData("/a?b=1&c=x%20y", "/a?c=x%20y&b=2")]
    [InlineData("/a?culture=fr&page=t", "/a?b=2")]
    [InlineData("/a?done=renamed&before=%3Dx&on=r&tag=t&d=1", "/a?d=1&b=2")]
    [InlineData("/a?gone=1", "/a?b=2")]
    public void With_AnotherParameter_KeepsTheRestOfTheState(string address, string expected) =>
        Request.Visit(address).With(("b", "2"), ("gone", null)).Split('?', '&').ShouldBe(expected.Split('?', '&'), ignoreOrder: true);

    [Fact]
    public void With_APage_HasIt() => Request.Visit("/a?page=1").With(("page", "2")).ShouldBe("/a?page=2");

    [Theory]
    [InlineData("/?culture=fr", "assay_language=pt-BR", "en", "fr")]
    [InlineData("/", "assay_language=pt-BR", "en", "pt-BR")]
    [InlineData("/?culture=tlh", "", "de, fr;q=0.5, pt;q=0.8", "pt-BR")]
    [InlineData("/", "assay_language=tlh", "", "en")]
    public void Language_IsOfTheAddress_ElseTheOneChosen_ElseTheBrowsers(string address, string cookie, string accepted, string tag) =>
        Request.Visit(address, default, ("Cookie", cookie), ("Accept-Language", accepted)).Language.ShouldBe(PageLanguage.Find(tag));

    [Fact]
    public void Here_OfAFormThatWasSent_IsThePageThatItIsOn()
    {
        var visit = Request.Visit("/runs/a/tags", default, ("Host", "assay.test"), ("Referer", "http://assay.test/runs/a?metrics=x"));
        visit.Context.Request.Method = "POST";
        visit.Here.ShouldBe("/runs/a?metrics=x");
        visit.Context.Request.Headers.Referer = "http://elsewhere.test/x";
        visit.Here.ShouldBe("/");
    }
}
