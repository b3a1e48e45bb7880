using Assay.Comparisons;
using Assay.Web.Comparisons;

namespace Assay.Tests.Web.Comparisons;

public sealed class ComparisonChoiceTests
{
    [Fact]
    public void Of_AnAddress_HasEachRunOnce_AndTheOptions()
    {
        var choice = ComparisonChoice.Of(Request.Visit("/compare?runs=a,b,a&run=c&add=%20b%20&confidence=0,9&margin=0.05&test=wilcoxon&primary=x,y&group=topic"));
        choice.Runs.ShouldBe(["a", "b", "c"]);
        (choice.Options.Confidence, choice.Options.Margin, choice.Options.Test, choice.Options.GroupColumn).ShouldBe((0.9, 0.05, PairedTest.Wilcoxon, "topic"));
        choice.Options.Primary.ShouldBe(["x", "y"]);
        choice.Wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Of_WhatCannotBe_IsLeftAside_AndSaid()
    {
        var choice = ComparisonChoice.Of(Request.Visit("/compare?runs=a,b&confidence=2&margin=-1&test=guess"));
        choice.Wrong.ShouldBe(["confidence = 2", "margin = -1", "test = guess"]);
        choice.Options.Confidence.ShouldBe(new ComparisonOptions().Confidence);
        (choice.Options.Margin, choice.Options.Test).ShouldBe((null, null));
    }

    [Fact]
    public void Of_MoreRunsThanAreCompared_SaysSo()
    {
        var choice = ComparisonChoice.Of(Request.Visit("/compare?runs=" + string.Join(',', Enumerable.Range(0, 12))));
        choice.Runs.Count.ShouldBe(ComparisonChoice.MostRuns);
        choice.TooMany.ShouldBeTrue();
    }

    [Fact]
    public void With_OtherRuns_KeepsTheOptions_AndReadsAsOneList()
    {
        ComparisonChoice.With(Request.Visit("/compare?runs=a&run=b&margin=0.1"), ["c", "d"]).Split('?', '&').ShouldBe(["/compare", "margin=0.1", "runs=c,d"], ignoreOrder: true);
        ComparisonChoice.With(Request.Visit("/compare?runs=a&margin=0.1"), []).ShouldBe("/compare?margin=0.1");
    }
}
