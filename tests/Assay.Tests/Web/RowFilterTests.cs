using Assay.Web.Evaluations;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Tests.Web;

public sealed class RowFilterTests
{
    [Fact]
    public void Of_BoundsAndOrder_AsTheAddressSays()
    {
        var filter = Read("?text=a%20b&status=not_failed&unscored=s&min.s=0.25&max.s=1,5&max.other/v1=-2&sort=s&dir=desc");
        filter.Text.ShouldBe("a b");
        filter.NotFailed.ShouldBeTrue();
        filter.Bounds.Select(bound => (bound.Scorer, bound.AtLeast, bound.AtMost)).ShouldBe([("s", 0.25, 1.5), ("other/v1", null, -2.0)]);
        var query = filter.ToQuery("r", 50, "token");
        (query.OrderByScorer, query.Descending, query.MaxResults, query.PageToken).ShouldBe(("s", true, 50, "token"));
        query.Scores[^1].ShouldSatisfyAllConditions(bound => bound.Scorer.ShouldBe("s"), bound => bound.Missing.ShouldBeTrue());
    }

    [Theory]
    [InlineData("?min.s=many")]
    [InlineData("?min.s=NaN")]
    [InlineData("?max.s=1e999")]
    public void Of_WhatIsNoNumber_IsLeftAside_AndSaid(string query)
    {
        var filter = Read(query);
        filter.Bounds.ShouldBeEmpty();
        filter.NotNumbers.Count.ShouldBe(1);
        filter.IsActive.ShouldBeFalse();
    }

    [Fact]
    public void Between_ABin_HoldsItsLowerEdgeAndNotItsUpper_ButTheLastBoth()
    {
        var bound = Bound(0.1, 0.2, isLast: false);
        bound.AtLeast.ShouldBe(0.1);
        bound.AtMost!.Value.ShouldBeLessThan(0.2);
        bound.AtMost.Value.ShouldBeGreaterThan(0.2 - 1e-15);
        Bound(0.9, 1, isLast: true).AtMost.ShouldBe(1);
    }

    private static Assay.Evaluations.ScoreBound Bound(double low, double high, bool isLast)
    {
        var pairs = RowFilter.Between("s", low, high, isLast).Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={pair.Value}");
        return Read("?" + string.Join('&', pairs)).Bounds.ShouldHaveSingleItem();
    }

    private static RowFilter Read(string query) => RowFilter.Of(
        new Visit(new DefaultHttpContext { Request = { QueryString = new QueryString(query) } }, null!, Visitor.Anyone, default));
}
