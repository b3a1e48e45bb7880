using System.Globalization;

namespace Assay.Benchmarks.Simulations;

/// <summary><c>simulate intervals</c>: coverage, width and cost of each interval, as Markdown.</summary>
internal static class IntervalSimulation
{
    private static readonly int[] Sizes = [15, 30, 50, 100, 200];

    /// <summary>The rates from .02 to .98.</summary>
    public static IReadOnlyList<double> Rates { get; } = [.. Enumerable.Range(0, 961).Select(i => 0.02 + i * 0.001)];

    public static void Print(bool fast)
    {
        var (samples, resamples) = fast ? (1000, 199) : (4000, 999);
        Say($"Made by `dotnet run -c Release --project bench/Assay.Benchmarks -- simulate intervals{(fast ? " --fast" : "")}`: {samples} samples a cell, {resamples} resamples for the bootstrap, 95 % intervals, seeded.\n");
        PrintProportions();
        PrintMeans("Scores between 0 and 1", ScoreFamilies.Unit, samples, resamples);
        PrintMeans("Ratings of 1 to 5", ScoreFamilies.Ratings, samples, resamples);
        PrintMeans("Grades of 0 to 100", ScoreFamilies.Grades, samples, resamples);
        PrintMeans("Unbounded scores", ScoreFamilies.Unbounded, samples, resamples);
    }

    private static void PrintProportions()
    {
        Say("## Pass or fail\n\nExact coverage over rates from .02 to .98: mean / least (at which rate) / mean width.\n");
        Say("| interval | " + string.Join(" | ", Sizes.Select(rows => $"n = {rows}")) + " |");
        Say("|---|" + string.Concat(Sizes.Select(_ => "---|")));
        foreach (var (name, interval) in ProportionCoverage.Methods)
        {
            Say($"| {name} | " + string.Join(" | ", Sizes.Select(rows =>
            {
                var (mean, least, at, width) = ProportionCoverage.Over(interval, rows, Rates);
                return string.Create(CultureInfo.InvariantCulture, $"{mean:.000} / {least:.000} ({at:.00}) / {width:.000}");
            })) + " |");
        }
    }

    private static void PrintMeans(string title, IReadOnlyList<ScoreFamily> families, int samples, int resamples)
    {
        foreach (var rows in Sizes)
        {
            var found = families.SelectMany(family => MeanCoverage.Of(family, rows, samples, resamples)).ToList();
            var methods = found.Select(of => of.Method).Distinct().ToList();
            Say($"\n### {title}, n = {rows}\n\n| family | " + string.Join(" | ", methods) + " |\n|---|" + string.Concat(methods.Select(_ => "---|")));
            foreach (var family in families)
            {
                Say($"| {family.Name} | " + string.Join(" | ", found.Where(of => of.Family == family).Select(of => Cell(of.Share, of.Width))) + " |");
            }

            var means = methods.Select(method => found.Where(of => of.Method == method).ToList()).Select(of => Cell(of.Average(c => c.Share), of.Average(c => c.Width)));
            Say("| **mean** | " + string.Join(" | ", means) + " |");
        }
    }

    private static string Cell(double share, double width) => string.Create(CultureInfo.InvariantCulture, $"{share:.000} ({width:0.0})");

    private static void Say(string line) => Console.WriteLine(line);
}
