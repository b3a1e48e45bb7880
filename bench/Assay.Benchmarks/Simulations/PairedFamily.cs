using MathNet.Numerics.Distributions;

namespace Assay.Benchmarks.Simulations;

/// <summary>A shape of scores, as a map from a standard normal number to a score: pairs of correlated numbers give correlated scores.</summary>
/// <param name="Name">For the table.</param>
/// <param name="IsPassFail">Whether scores are 0 or 1.</param>
/// <param name="Score">From the normal's probability below, 0 to 1, to the score.</param>
internal sealed record PairedFamily(string Name, bool IsPassFail, Func<double, double> Score)
{
    private const int Steps = 20_000;

    public static IReadOnlyList<PairedFamily> All { get; } =
    [
        .. new[] { 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98 }.Select(Pass),
        new("U-shaped", false, u => Math.Pow(Math.Sin(Math.PI * u / 2), 2)),
        new("skewed low", false, u => 1 - Math.Pow(1 - u, 1.0 / 4)),
        new("skewed high", false, u => Math.Pow(u, 1.0 / 4)),
        new("spikes at 0 and 1", false, u => u < 0.3 ? 0 : u > 0.6 ? 1 : (u - 0.3) / 0.3),
        new("ratings 1–5", false, u => u < 0.05 ? 1 : u < 0.15 ? 2 : u < 0.35 ? 3 : u < 0.75 ? 4 : 5),
        new("grades 0–100", false, u => Math.Round(100 * (1 - Math.Pow(1 - u, 1.0 / 3)))),
    ];

    /// <summary>Equal means, unequal shapes: no exchange leaves these as they are, so that tests of the mean may fail here.</summary>
    public static IReadOnlyList<(PairedFamily A, PairedFamily B)> UnequalShapes { get; } =
    [
        (All.First(family => family.Name == "U-shaped"), new("middle", false, u => 0.4 + (0.2 * u))),
        (new("skewed low, mean 1/5", false, u => 1 - Math.Pow(1 - u, 1.0 / 4)), new("even, mean 1/5", false, u => 0.4 * u)),
        (new("rare 1, mean 1/10", false, u => u < 0.9 ? 0 : 1), new("even, mean 1/10", false, u => 0.2 * u)),
    ];

    /// <summary>The score of a normal number.</summary>
    public double Of(double normal) => Score(Normal.CDF(0, 1, normal));

    /// <summary>The mean of the scores when the normal numbers have this mean.</summary>
    public double Mean(double shift)
    {
        double sum = 0;
        for (var step = 0; step < Steps; step++) sum += Of(Normal.InvCDF(0, 1, (step + 0.5) / Steps) + shift);
        return sum / Steps;
    }

    private static PairedFamily Pass(double p) => new(FormattableString.Invariant($"pass {p}"), true, u => u > 1 - p ? 1 : 0);
}
