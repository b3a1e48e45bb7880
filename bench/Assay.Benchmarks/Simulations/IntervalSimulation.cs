using System.Globalization;

namespace Assay.Benchmarks.Simulations;

/// <summary><c>simulate intervals</c>: coverage, width and cost of each interval, as Markdown.</summary>
internal static class IntervalSimulation
{
    private static readonly int[] Sizes = [15, 30, 50, 100, 200];

    /// <summary>The rates from .02 to .98.</summary>
    public static IReadOnlyList<double> Rates { get; } = [.. Enumerable.Range(0, 961).Select(i => 0.02 + i * 0.001)];

    /// <param name="fast">Fewer samples.</param>
    /// <param name="figures">Only what is not of means.</param>
    public static void Print(bool fast, bool figures = false)
    {
        var (samples, resamples) = fast ? (1000, 199) : (2000, 499);
        Say($"Made by `dotnet run -c Release --project bench/Assay.Benchmarks -- simulate intervals{(fast ? " --fast" : "")}`: {samples} samples a cell, {resamples} resamples for the bootstrap, 95 % intervals, seeded.\n");
        if (!figures)
        {
            PrintAllMeans(samples, resamples);
        }

        PrintFigures(samples);
        PrintCorpus(samples / 2, resamples);
        PrintGroups(samples);
        PrintCosts();
    }

    private static void PrintAllMeans(int samples, int resamples)
    {
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

    private static void PrintFigures(int samples)
    {
        Say("\n## Medians, percentiles, variances\n\nCoverage; behind the percentile's, the share of intervals that have an upper end.\n");
        Say("| family | n | " + string.Join(" | ", FigureCoverage.Names) + " |\n|---|---|---|---|---|");
        foreach (var family in ScoreFamilies.Unit.Concat(ScoreFamilies.Unbounded))
        {
            foreach (var rows in new[] { 30, 100 })
            {
                var (held, closed) = FigureCoverage.Of(family, rows, samples);
                Say(string.Create(CultureInfo.InvariantCulture, $"| {family.Name} | {rows} | {held[0]:.000} | {held[1]:.000} ({closed:.00}) | {held[2]:.000} |"));
            }
        }
    }

    private static void PrintCorpus(int samples, int resamples)
    {
        Say("\n## Figures of all rows together\n\n| figure | n | " + string.Join(" | ", CorpusCoverage.Methods) + " |\n|---|---|---|---|---|---|");
        foreach (var rows in Sizes)
        {
            Say($"| F1 | {rows} | " + string.Join(" | ", CorpusCoverage.OfF1(rows, samples, resamples).Select(Share)) + " |");
            Say($"| ratio of sums | {rows} | " + string.Join(" | ", CorpusCoverage.OfRatio(rows, samples, resamples).Select(Share)) + " |");
        }
    }

    private static void PrintGroups(int samples)
    {
        Say("\n## Rows in groups of five\n\nThe default interval, with the groups not told and told.\n\n| family | groups | not told | told |\n|---|---|---|---|");
        foreach (var family in new[] { ScoreFamilies.Bernoulli(0.7), ScoreFamilies.Bernoulli(0.9), ScoreFamilies.Unit[0], ScoreFamilies.Unit[7] })
        {
            foreach (var groups in new[] { 5, 10, 30, 100 })
            {
                var (alone, grouped) = GroupCoverage.Of(family, groups, samples);
                Say($"| {family.Name} | {groups} | {Share(alone)} | {Share(grouped)} |");
            }
        }
    }

    private static void PrintCosts()
    {
        Say("\n## Cost\n\nMicroseconds an interval of a mean of 100 scores, 2,000 resamples for the bootstrap (drawn once for all of its methods here).\n\n| method | µs |\n|---|---|");
        var random = new Assay.Statistics.SeededRandom(5);
        var scores = ScoreFamilies.Unit[0].Draw(ref random, 100);
        Say(string.Create(CultureInfo.InvariantCulture, $"| the resamples | {Microseconds(() => _ = Resampled(scores)):0} |"));
        var sample = Resampled(scores);
        foreach (var method in MeanMethod.All)
        {
            Say(string.Create(CultureInfo.InvariantCulture, $"| {method.Name} | {Microseconds(() => method.Interval(sample)):0.00} |"));
        }
    }

    private static MeanSample Resampled(double[] scores)
    {
        var random = new Assay.Statistics.SeededRandom(6);
        return new MeanSample(ScoreFamilies.Unit[0], scores, 2000, ref random);
    }

    private static double Microseconds(Action work)
    {
        const int Times = 200;
        work();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < Times; i++)
        {
            work();
        }

        return watch.Elapsed.TotalMicroseconds / Times;
    }

    private static string Share(double share) => share.ToString(".000", CultureInfo.InvariantCulture);

    private static string Cell(double share, double width) => string.Create(CultureInfo.InvariantCulture, $"{share:.000} ({width:0.0})");

    private static void Say(string line) => Console.WriteLine(line);
}
