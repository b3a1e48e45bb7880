using Assay.Statistics;

namespace Assay.Tests.Statistics.Tests;

public sealed class PairedPowerTests
{
    [Fact]
    public void Rows_for_means_equal_the_textbook_s() =>
        // Half a standard deviation at 80 %: 34 pairs by the noncentral t.
        PairedPower.RowsForMeans(0.5, 1).ShouldBe(34);

    [Fact]
    public void Rows_for_pass_rates_equal_Connor_s() =>
        // (1.96·√0.3 + 0.8416·√(0.3 − 0.01))² / 0.01
        PairedPower.RowsForPassRates(0.1, 0.3).ShouldBe(234);

    [Theory]
    [InlineData(50)]
    [InlineData(1000)]
    public void The_smallest_difference_needs_just_so_many_rows(long rows)
    {
        PairedPower.RowsForMeans(PairedPower.SmallestMean(rows, 0.4), 0.4).ShouldBe(rows);
        PairedPower.RowsForPassRates(PairedPower.SmallestPassRate(rows, 0.2), 0.2).ShouldBeInRange(rows - 1, rows);
    }

    [Fact]
    public void Three_rows_see_no_difference_of_pass_rates() => PairedPower.SmallestPassRate(3, 0.5).ShouldBe(double.NaN);

    [Theory]
    [InlineData(0.7, 0.75, 0, 0.7 + 0.75 - (2 * 0.7 * 0.75))]
    [InlineData(0.7, 0.7, 1, 0)]
    [InlineData(0.7, 0.75, 1, 0.05)]
    public void Rows_that_differ_follow_from_rates_and_correlation(double first, double second, double correlation, double differing) =>
        PairedPower.Differing(first, second, correlation).ShouldBe(differing, 1e-12);
}
