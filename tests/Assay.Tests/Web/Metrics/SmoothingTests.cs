using Assay.Tracking;
using Assay.Web.Metrics;

namespace Assay.Tests.Web.Metrics;

public sealed class SmoothingTests
{
    [Fact]
    public void Of_EqualValues_StaysEqual() => Smoothing.Of([3, 3, 3], 0.9).ShouldAllBe(value => Math.Abs(value - 3) < 1e-12);

    // By hand: 0.5 of nothing and 0.5 of 1, over a weight of 0.5; then 0.5 * 0.5 + 0.5 * 3 = 1.75 over 0.75.
    [Fact]
    public void Of_TwoValues_IsTheirWeightedMean()
    {
        var smooth = Smoothing.Of([1, 3], 0.5);
        smooth[0].ShouldBe(1, 1e-12);
        smooth[1].ShouldBe(1.75 / 0.75, 1e-12);
    }

    [Fact]
    public void Of_NaN_IsPassedOver()
    {
        var smooth = Smoothing.Of([1, double.NaN, 1], 0.5);
        smooth[1].ShouldBe(double.NaN);
        smooth[2].ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Stretches_KeepCountsAndPeaks()
    {
        MetricColumn[] columns = [new(0, 1, 2, 0, 1, 5, 3, 5), new(2, 3, 2, 2, double.NaN, double.NaN, double.NaN, double.NaN), new(4, 4, 6, 0, -1, 2, 1, 2)];
        var parts = Stretch.Of(columns, place => place, most: 1);
        parts.ShouldBe([new Stretch(0, 4, 10, -1, ((3 * 2) + (1 * 6)) / 8.0, 5)]);
        Stretch.Of(columns, place => place, most: 2).Count.ShouldBe(2);
        Stretch.Of([], place => place, most: 2).ShouldBeEmpty();
    }
}
