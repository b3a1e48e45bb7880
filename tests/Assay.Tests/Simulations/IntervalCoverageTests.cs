using Assay.Benchmarks.Simulations;

namespace Assay.Tests.Simulations;

/// <summary>The claims of docs/statistics.md, held by a part of the simulation that fits a test; seeded.</summary>
public sealed class IntervalCoverageTests
{
    /// <summary>Rates from .02 to .98.</summary>
    private static readonly double[] Rates = [.. Enumerable.Range(0, 193).Select(i => 0.02 + i * 0.005)];

    // Exact sums, no sampling.
    [Theory]
    [InlineData(15)]
    [InlineData(18)]
    [InlineData(20)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(27)]
    [InlineData(30)]
    [InlineData(40)]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(200)]
    public void PassFail_Default_HoldsOnTheMeanAndAtItsDips(int rows)
    {
        var (mean, least, at, _) = ProportionCoverage.Over(ProportionCoverage.Methods[0].Interval, rows, Rates);

        mean.ShouldBeInRange(0.945, 0.965);
        least.ShouldBeGreaterThanOrEqualTo(0.91, $"at {at}");
    }

    [Fact]
    public void PassFail_Exact_NeverHoldsLess()
    {
        var exact = ProportionCoverage.Methods.Single(method => method.Name == "Clopper-Pearson").Interval;

        ProportionCoverage.Over(exact, 10, Rates).Least.ShouldBeGreaterThanOrEqualTo(0.95);
    }

    public static TheoryData<string> Bounded => [.. ScoreFamilies.Unit.Concat(ScoreFamilies.Ratings).Select(family => family.Name)];

    [Theory]
    [MemberData(nameof(Bounded))]
    public void Bounded_LogitT_HoldsAtLeastAsOftenAsStudent(string name)
    {
        var family = ScoreFamilies.All.Single(family => family.Name == name);

        var found = MeanCoverage.Of(family, rows: 30, samples: 1000, resamples: 0).ToDictionary(of => of.Method, of => of.Share);

        found["logit-t"].ShouldBeGreaterThanOrEqualTo(found["Student t"] - 0.005);
        found["logit-t"].ShouldBeGreaterThanOrEqualTo(0.89);
    }
}
