using Assay.Statistics;

namespace Assay.Tests.Statistics;

public sealed class QuantileIntervalTests
{
    private static double[] Ordered(int rows) => [.. Enumerable.Range(1, rows).Select(i => (double)i)];

    // The tabled ranks of the median's 95 % interval: 2 and 9 of 10 (97.9 %), 6 and 15 of 20 (95.9 %), 40 and 61 of 100 (96.5 %).
    [Theory]
    [InlineData(10, 2, 9)]
    [InlineData(20, 6, 15)]
    [InlineData(100, 40, 61)]
    public void Median_HasTheTabledRanks(int rows, double low, double high) =>
        QuantileInterval.Of(Ordered(rows), 0.5, 0.95).ShouldBe(new Interval(low, high));

    // 0.9^35 = 0.0250316 is over the tail of 0.025, 0.9^36 below.
    [Theory]
    [InlineData(35, double.PositiveInfinity)]
    [InlineData(36, 36)]
    public void P90_HasAnUpperEndFrom36RowsOn(int rows, double high)
    {
        QuantileInterval.Of(Ordered(rows), 0.9, 0.95).High.ShouldBe(high);
        QuantileInterval.RowsForEnd(0.9, 0.95).ShouldBe(36);
    }

    [Fact]
    public void Few_HaveNoEnds() => QuantileInterval.Of(Ordered(5), 0.5, 0.95).ShouldBe(new Interval(double.NegativeInfinity, double.PositiveInfinity));
}
