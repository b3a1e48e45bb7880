using Assay.Agreement;
using Assay.Statistics;

namespace Assay.Tests.Agreement;

public sealed class LabelBudgetTests
{
    [Theory]
    [InlineData(0.5, 0.05, 381)]
    [InlineData(0.9, 0.05, 141)]
    public void Share_NeedsWhatWilsonsIntervalSays(double share, double precision, int labels) =>
        LabelBudget.ForShare(share, precision).ShouldBe(labels);

    [Fact]
    public void HalfTheWidth_NeedsFourTimesTheLabels() => LabelBudget.Scaled(60, new Interval(0.4, 0.8), 0.1).ShouldBe(240);

    [Fact]
    public void Mean_OfAGoodJudge_NeedsFewerLabelsThanOfABadOne()
    {
        double[] human = [.. Enumerable.Range(0, 60).Select(i => (double)(i % 5))];
        double[] near = [.. human.Select((label, i) => label + (i % 6 == 0 ? 1 : 0))];
        double[] far = [.. human.Select((_, i) => (double)(i % 7))];
        double[] others = [.. Enumerable.Range(0, 3000).Select(i => (double)(i % 5))];

        var few = LabelBudget.ForMean(human, near, others, 0.1);
        var many = LabelBudget.ForMean(human, far, others, 0.1);

        few!.Value.ShouldBeLessThan(many!.Value / 2);
        LabelBudget.ForMean(human, near, others, 0.001).ShouldBeNull();
    }
}
