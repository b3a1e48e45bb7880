using Assay.Statistics;

namespace Assay.Tests.Statistics.Tests;

public sealed class SignFlipTests
{
    [Fact]
    public void Counting_by_steps_equals_counting_by_halves()
    {
        double[] ratings = [1, -1, 2, 0, 3, -2, 1, 1, -1, 2, 1, 0, -3, 2, 2, 1];
        var halves = SignFlipTest.Of(ratings).PValue;
        var sizes = ratings.Where(d => d != 0).Select(Math.Abs).ToArray();
        var limit = (sizes.Sum() - Math.Abs(ratings.Sum())) / 2;
        (2 * StepSums.For(sizes)!.ShareAtMost(limit + 1e-12)).ShouldBe(halves, 1e-12);
    }

    [Fact]
    public void Random_flips_come_close_to_the_counted_ones_and_are_the_same_for_a_seed()
    {
        double[] differences = [.. Enumerable.Range(0, 36).Select(i => Math.Sin(i * i) + 0.25)];
        var counted = SignFlipTest.Of(differences);
        counted.Method.ShouldBe(SignFlipMethod.Counted);

        // One row that hardly differs makes it one row too many to count, and changes nothing else.
        double[] more = [.. differences, 1e-9];
        var sampled = SignFlipTest.Of(more, seed: 7);
        sampled.Method.ShouldBe(SignFlipMethod.Sampled);
        sampled.PValue.ShouldBe(counted.PValue, 5 * Math.Sqrt(counted.PValue / SignFlipTest.Flips));
        SignFlipTest.Of(more, seed: 7).ShouldBe(sampled);
    }

    [Fact]
    public void Passes_are_counted_whatever_their_number()
    {
        double[] differences = [.. Enumerable.Range(0, 500).Select(i => i < 300 ? 0 : i < 420 ? 1.0 : -1)];
        var result = SignFlipTest.Of(differences);
        result.Method.ShouldBe(SignFlipMethod.Counted);
        result.PValue.ShouldBe(McNemarTest.Exact(120, 80), 1e-9);
    }

    [Theory]
    [InlineData(new double[] { }, 1)]
    [InlineData(new double[] { 0, 0 }, 1)]
    [InlineData(new double[] { 1 }, 1)]
    [InlineData(new[] { 0.1, 0.2, -0.3 }, 1)]
    [InlineData(new double[] { 1, 2, 3, 4, 5 }, 2.0 / 32)]
    public void Small_cases_have_the_p_of_the_count(double[] differences, double p) => SignFlipTest.Of(differences).PValue.ShouldBe(p, 1e-15);

    [Fact]
    public void One_side_is_half_of_two_and_the_other_side_the_rest()
    {
        double[] differences = [1.5, 2.25, -0.5, 3, 0.75];
        var two = SignFlipTest.Of(differences).PValue;
        SignFlipTest.Of(differences, Alternative.Greater).PValue.ShouldBe(two / 2, 1e-15);
        SignFlipTest.Of(differences, Alternative.Less).PValue.ShouldBeGreaterThan(1 - (two / 2) - 1e-15);
    }

    [Fact]
    public void A_difference_that_is_no_number_gives_no_p() => SignFlipTest.Of([1, double.PositiveInfinity]).PValue.ShouldBe(double.NaN);
}
