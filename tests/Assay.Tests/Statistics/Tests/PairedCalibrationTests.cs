using Assay.Benchmarks.Simulations;

namespace Assay.Tests.Statistics.Tests;

/// <summary>The fast part of the simulation in bench/: seeded, so that it says the same every time.</summary>
public sealed class PairedCalibrationTests
{
    private const int Samples = 1500;

    /// <summary>5.5 % and three standard errors of a rate over so many samples.</summary>
    private static readonly double Most = 0.055 + (3 * Math.Sqrt(0.05 * 0.95 / Samples));

    [Theory]
    [InlineData("pass rate 0.5", 15, 0.5)]
    [InlineData("pass rate 0.9", 50, 0)]
    [InlineData("U, Beta(0.5, 0.5)", 15, 0.5)]
    [InlineData("skewed low, Beta(2, 8)", 30, 0)]
    [InlineData("spikes, 30 % at 0 and 30 % at 1", 50, 0.9)]
    [InlineData("ratings, good", 50, 0.5)]
    public void Defaults_give_no_more_false_alarms_than_they_may(string shape, int rows, double correlation)
    {
        var family = Family(shape);
        var rates = new PairedCell(family, family, rows, correlation).Run(Samples, 11);
        rates.Rejected[family.Scale == ScaleOfScores.PassFail ? "mcnemar-midp" : "permutation"].ShouldBeLessThan(Most);
        rates.Covered["default"].ShouldBeGreaterThan(0.91);
    }

    [Theory]
    [InlineData("pass rate 0.5", 50)]
    [InlineData("ratings, good", 50)]
    public void A_difference_that_is_there_is_found(string shape, int rows)
    {
        var family = Family(shape);
        var rates = new PairedCell(family, family, rows, 0.9, 0.5).Run(400, 12);
        rates.Rejected[family.Scale == ScaleOfScores.PassFail ? "mcnemar-midp" : "permutation"].ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void Repeats_find_more_and_give_no_more_false_alarms()
    {
        var family = Family("spikes, 30 % at 0 and 30 % at 1");
        double Rejected(double shift, int repeats) => new PairedCell(family, family, 15, 0.5, shift, repeats).Run(Samples, 13).Rejected["permutation"];
        Rejected(0, 5).ShouldBeLessThan(Most);
        Rejected(0.3, 5).ShouldBeGreaterThan(Rejected(0.3, 1) + 0.1);
    }

    private static ScoreFamily Family(string name) => PairedFamilies.PassFail.Concat(PairedFamilies.Other).Single(family => family.Name == name);
}
