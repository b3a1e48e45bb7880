using Assay.Statistics;

namespace Assay.Tests.Statistics;

public sealed class ConfidenceIntervalsTests
{
    [Theory]
    [InlineData(14, "Clopper-Pearson")]
    [InlineData(15, "Wilson")]
    public void Proportion_uses_the_exact_interval_below_15_rows(int rows, string method) =>
        ConfidenceIntervals.Proportion(3, rows).Method.ShouldBe(method);

    [Fact]
    public void Proportion_NoRows_SaysWhyNot()
    {
        var estimate = ConfidenceIntervals.Proportion(0, 0);
        estimate.Interval.ShouldBeNull();
        estimate.Reason.ShouldBe("no row was scored");
    }

    [Fact]
    public void Mean_FewRows_SaysWhyNot() =>
        ConfidenceIntervals.Mean(new double[14]).Reason.ShouldBe("14 scored rows; 15 are needed for an interval");

    [Fact]
    public void Mean_EnoughRows_HoldsTheMean()
    {
        double[] scores = [.. Enumerable.Range(1, 15)];
        var interval = ConfidenceIntervals.Mean(scores).Interval!.Value;
        interval.Low.ShouldBe(8 - 2.476586343247, 1e-9);
        interval.High.ShouldBe(8 + 2.476586343247, 1e-9);
    }

    [Fact]
    public void Mean_NotFinite_SaysWhyNot() =>
        ConfidenceIntervals.Mean([.. Enumerable.Repeat(double.PositiveInfinity, 20)]).Reason.ShouldBe("not every score is finite");

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    [InlineData(0, 0)]
    public void Wilson_ImpossibleCounts_Throws(int successes, int rows) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ConfidenceIntervals.Wilson(successes, rows));
}
