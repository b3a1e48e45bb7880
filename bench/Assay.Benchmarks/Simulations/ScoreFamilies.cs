using MathNet.Numerics.Distributions;

namespace Assay.Benchmarks.Simulations;

/// <summary>Families of scores as evaluations have them.</summary>
internal static class ScoreFamilies
{
    /// <summary>So many values stand for a continuous family.</summary>
    private const int Values = 2048;

    /// <summary>Pass rates, from nearly none to nearly all.</summary>
    public static IReadOnlyList<ScoreFamily> PassFail { get; } =
        [.. new[] { 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98 }.Select(Bernoulli)];

    /// <summary>Overlap, similarity, toxicity: Beta shapes, U-shaped, skewed, with spikes at 0 and 1.</summary>
    public static IReadOnlyList<ScoreFamily> Unit { get; } =
    [
        Unit01("even, Beta(1, 1)", Beta(1, 1)),
        Unit01("hump, Beta(4, 3)", Beta(4, 3)),
        Unit01("skewed low, Beta(2, 8)", Beta(2, 8)),
        Unit01("skewed high, Beta(20, 2)", Beta(20, 2)),
        Unit01("toxicity, Beta(0.3, 6)", Beta(0.3, 6)),
        Unit01("U, Beta(0.5, 0.5)", Beta(0.5, 0.5)),
        Unit01("steep U, Beta(0.15, 0.1)", Beta(0.15, 0.1)),
        Unit01("spikes, 30 % at 0 and 30 % at 1", Spiked(0.3, 0.3, Beta(2, 2))),
        Unit01("spike, 80 % at 1", Spiked(0.02, 0.8, Beta(2, 2))),
        Unit01("spike, 90 % at 0", Spiked(0.9, 0, Beta(1, 3))),
    ];

    /// <summary>A judge's 1 to 5.</summary>
    public static IReadOnlyList<ScoreFamily> Ratings { get; } =
    [
        Rating("even", 20, 20, 20, 20, 20),
        Rating("middling", 10, 20, 40, 20, 10),
        Rating("good", 1, 4, 20, 50, 25),
        Rating("mostly 5", 2, 3, 5, 20, 70),
        Rating("5, seldom 1", 4, 0, 0, 6, 90),
        Rating("torn", 40, 8, 4, 8, 40),
    ];

    /// <summary>Grades of 0 to 100, whole.</summary>
    public static IReadOnlyList<ScoreFamily> Grades { get; } =
    [
        Grade("hump, Beta(8, 4)", Beta(8, 4)),
        Grade("skewed high, Beta(9, 1)", Beta(9, 1)),
        Grade("10 % fail outright", Spiked(0.1, 0, Beta(12, 4))),
        Grade("two groups", [.. Beta(6, 14), .. Beta(18, 3)]),
    ];

    /// <summary>Lengths, times, grade levels.</summary>
    public static IReadOnlyList<ScoreFamily> Unbounded { get; } =
    [
        new("normal", ScaleOfScores.Unbounded, Places().Select(place => Normal.InvCDF(0, 1, place))),
        new("latency, lognormal σ 0.5", ScaleOfScores.Unbounded, Places().Select(place => LogNormal.InvCDF(0, 0.5, place))),
        new("latency, lognormal σ 1", ScaleOfScores.Unbounded, Places().Select(place => LogNormal.InvCDF(0, 1, place))),
        new("heavy tails, t(4)", ScaleOfScores.Unbounded, Places().Select(place => StudentT.InvCDF(0, 1, 4, place))),
    ];

    public static IReadOnlyList<ScoreFamily> All { get; } = [.. PassFail, .. Unit, .. Ratings, .. Grades, .. Unbounded];

    public static ScoreFamily Bernoulli(double rate) =>
        new(FormattableString.Invariant($"pass rate {rate}"), ScaleOfScores.PassFail, Enumerable.Range(0, 1000).Select(i => i < Math.Round(rate * 1000) ? 1.0 : 0));

    private static ScoreFamily Unit01(string name, IEnumerable<double> values) => new(name, ScaleOfScores.Unit, values);

    private static ScoreFamily Rating(string name, params int[] percents) =>
        new($"ratings, {name}", ScaleOfScores.Rating, percents.SelectMany((percent, step) => Enumerable.Repeat(step + 1.0, percent)));

    private static ScoreFamily Grade(string name, IEnumerable<double> values) =>
        new($"grades, {name}", ScaleOfScores.Grade, values.Select(value => Math.Round(100 * value)));

    private static double[] Spiked(double atZero, double atOne, double[] between)
    {
        var whole = between.Length / (1 - atZero - atOne);
        return [.. Enumerable.Repeat(0.0, (int)(whole * atZero)), .. between, .. Enumerable.Repeat(1.0, (int)(whole * atOne))];
    }

    private static double[] Beta(double a, double b) => [.. BetaTable.Quantiles(a, b, Values)];

    private static IEnumerable<double> Places() => Enumerable.Range(0, Values).Select(i => (i + 0.5) / Values);
}
