using Assay.Benchmarks.Simulations;

namespace Assay.Tests.Statistics.Tests;

/// <summary>The fast part of the simulation in bench/: seeded, so that it says the same every time.</summary>
public sealed class PairedCalibrationTests
{
    private const int Samples = 1500;

    /// <summary>5.5 % and three standard errors of a rate over so many samples.</summary>
    private static readonly double Most = 0.055 + (3 * Math.Sqrt(0.05 * 0.95 / Samples));

    [Theory]
    [InlineData("pass 0.5", 15, 0.5)]
    [InlineData("pass 0.9", 50, 0)]
    [InlineData("U-shaped", 15, 0.5)]
    [InlineData("skewed low", 30, 0)]
    [InlineData("spikes at 0 and 1", 50, 0.9)]
    [InlineData("ratings 1–5", 50, 0.5)]
    public void Defaults_give_no_more_false_alarms_than_they_may(string shape, int rows, double correlation)
    {
        var family = PairedFamily.All.First(of => of.Name == shape);
        var rates = new PairedCell(family, family, rows, correlation).Run(Samples, 11);
        rates.Rejected[family.IsPassFail ? "mcnemar-midp" : "permutation"].ShouldBeLessThan(Most);
        rates.Covered["default"].ShouldBeGreaterThan(0.91);
    }

    [Theory]
    [InlineData("pass 0.5", 50)]
    [InlineData("ratings 1–5", 50)]
    public void A_difference_that_is_there_is_found(string shape, int rows)
    {
        var family = PairedFamily.All.First(of => of.Name == shape);
        var rates = new PairedCell(family, family, rows, 0.9, 0.5).Run(400, 12);
        rates.Rejected[family.IsPassFail ? "mcnemar-midp" : "permutation"].ShouldBeGreaterThan(0.5);
    }
}
