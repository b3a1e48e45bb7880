using Assay.Tracking;
using Assay.Web.Metrics;

namespace Assay.Tests.Web.Metrics;

public sealed class MetricPartTests
{
    private static readonly Metric[] Logged =
        [.. Enumerable.Range(0, 30).Select(i => new Metric($"curve{i:00}", 1, 0, 5)), .. Enumerable.Range(0, 100).Select(i => new Metric($"value{i:00}", 1, 0))];

    [Fact]
    public void Of_EachPage_HoldsSomeOfBoth_UntilAllWereShown()
    {
        var pages = Enumerable.Range(0, 3).Select(page => MetricPart.Of(Logged, page)).ToList();
        pages.ShouldAllBe(page => page.Pages == 3);
        pages.Select(page => (page.Curves.Count, page.Values.Count)).ShouldBe([(12, 48), (12, 48), (6, 4)]);
        pages.SelectMany(page => page.Curves.Concat(page.Values)).Order().ShouldBe(Logged.Select(metric => metric.Key).Order());
    }

    [Theory]
    [InlineData(99_999, 2)]
    [InlineData(-1, 0)]
    public void Of_APageThatIsNot_IsTheNearest(int asked, int index) => MetricPart.Of(Logged, asked).Index.ShouldBe(index);

    [Fact]
    public void Of_Nothing_IsOnePage() => MetricPart.Of([], 3).ShouldSatisfyAllConditions(page => page.Pages.ShouldBe(1), page => page.Index.ShouldBe(0));
}
