using Assay.Statistics;

namespace Assay.Tests.Statistics.Tests;

public sealed class PairedIntervalTests
{
    [Fact]
    public void Tango_ends_are_where_the_score_equals_the_quantile()
    {
        var interval = PairedProportions.Tango(12, 2, 50);
        foreach (var end in new[] { interval.Low, interval.High })
        {
            double n = 50, a = 2 * n, b = -14 + ((2 * n) - 10) * end, c = -2 * end * (1 - end);
            var down = (Math.Sqrt((b * b) - (4 * a * c)) - b) / (2 * a);
            var score = (10 - (n * end)) / Math.Sqrt(n * ((2 * down) + (end * (1 - end))));
            Math.Abs(score).ShouldBe(1.959963984540054, 1e-9);
        }

        interval.Low.ShouldBeInRange(0, 0.2);
        interval.High.ShouldBeInRange(0.2, 0.4);
    }

    [Theory]
    [InlineData(0, 0, 20)]
    [InlineData(20, 0, 20)]
    [InlineData(0, 20, 20)]
    [InlineData(3, 5, 100)]
    [InlineData(1, 0, 1)]
    public void Every_interval_holds_the_difference_and_turns_with_the_runs(int gained, int lost, int rows)
    {
        foreach (var of in new Func<int, int, Interval>[] { (g, l) => PairedProportions.Tango(g, l, rows), (g, l) => PairedProportions.BonettPrice(g, l, rows) })
        {
            var (there, back) = (of(gained, lost), of(lost, gained));
            there.Low.ShouldBe(-back.High, 1e-12);
            there.High.ShouldBe(-back.Low, 1e-12);
            there.Low.ShouldBeGreaterThanOrEqualTo(-1);
            there.High.ShouldBeLessThanOrEqualTo(1);
            there.Low.ShouldBeLessThan(there.High);
        }
    }

    [Fact]
    public void Without_a_differing_row_Tango_is_as_wide_as_the_rows_allow()
    {
        var z2 = 1.959963984540054 * 1.959963984540054;
        var interval = PairedProportions.Tango(0, 0, 60);
        interval.High.ShouldBe(z2 / (60 + z2), 1e-9);
        interval.Low.ShouldBe(-z2 / (60 + z2), 1e-9);
    }

    // 0.529 − 0.479 and 0.551 − 0.501 differ in the last digits: that is no spread to go by.
    [Fact]
    public void Differences_that_are_equal_but_for_the_last_digits_count_as_equal()
    {
        double[] differences = [.. Enumerable.Range(0, 40).Select(i => (0.5 + (i * 0.01)) - (0.45 + (i * 0.01)))];
        differences.Distinct().Count().ShouldBeGreaterThan(1);
        PairedMeans.Difference(differences, isUnit: false).Interval.ShouldBeNull();
        PairedMeans.Difference(differences, isUnit: true).Interval!.Value.Low.ShouldBeLessThan(0);
    }

    // Newcombe 1998, table I, the pairs 36, 12, 2, 0: method 10 gives 0.0569 to 0.3404.
    [Fact]
    public void Newcombe_equals_the_published_example()
    {
        var interval = PairedProportions.Newcombe(both: 36, gained: 12, lost: 2, rows: 50);
        interval.Low.ShouldBe(0.0569, 0.00006);
        interval.High.ShouldBe(0.3404, 0.00006);
    }

    [Fact]
    public void Differences_all_the_same_are_no_certainty()
    {
        PairedMeans.Difference(new double[20], isUnit: false).Reason!.ShouldContain("same difference");
        PairedMeans.Difference(new double[20], isUnit: true).Interval!.Value.High.ShouldBe(0.161, 0.001);
    }

    [Fact]
    public void Clusters_of_copies_are_as_wide_as_one_row_each()
    {
        double[] rows = [.. Enumerable.Range(0, 20).Select(i => Math.Sin(i))];
        var copied = PairedMeans.Clustered([.. rows.Select(row => 3 * row)], [.. rows.Select(_ => 3)]).Interval!.Value;
        var single = ConfidenceIntervals.StudentT(rows);
        copied.Low.ShouldBe(single.Low, 1e-12);
        copied.High.ShouldBe(single.High, 1e-12);
    }
}
