namespace Assay.Benchmarks.Simulations;

/// <summary>The families whose pairs are simulated: of each kind those that are hardest, and one that is not.</summary>
internal static class PairedFamilies
{
    private const int Values = 2048;

    /// <summary>Pass rates.</summary>
    public static IReadOnlyList<ScoreFamily> PassFail { get; } = [.. new[] { 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98 }.Select(ScoreFamilies.Bernoulli)];

    /// <summary>Scores of other kinds.</summary>
    public static IReadOnlyList<ScoreFamily> Other { get; } =
    [
        .. new[]
        {
            "U, Beta(0.5, 0.5)", "skewed low, Beta(2, 8)", "skewed high, Beta(20, 2)", "spikes, 30 % at 0 and 30 % at 1", "spike, 90 % at 0", "ratings, good",
            "ratings, mostly 5", "grades, hump, Beta(8, 4)",
        }.Select(name => ScoreFamilies.All.Single(family => family.Name == name)),
    ];

    /// <summary>Equal means, unequal shapes: no exchange leaves these as they are, so that tests of the mean may fail here.</summary>
    public static IReadOnlyList<(ScoreFamily A, ScoreFamily B)> UnequalShapes { get; } =
    [
        (ScoreFamilies.All.Single(family => family.Name == "U, Beta(0.5, 0.5)"), Even("middle", 0.4, 0.6)),
        (new("skewed low, mean 1/5", ScaleOfScores.Unit, Places().Select(place => 1 - Math.Pow(1 - place, 1.0 / 4))), Even("even, mean 1/5", 0, 0.4)),
        (new("rare 1, mean 1/10", ScaleOfScores.Unit, Enumerable.Range(0, 1000).Select(i => i < 100 ? 1.0 : 0)), Even("even, mean 1/10", 0, 0.2)),
    ];

    private static ScoreFamily Even(string name, double low, double high) => new(name, ScaleOfScores.Unit, Places().Select(place => low + ((high - low) * place)));

    private static IEnumerable<double> Places() => Enumerable.Range(0, Values).Select(i => (i + 0.5) / Values);
}
