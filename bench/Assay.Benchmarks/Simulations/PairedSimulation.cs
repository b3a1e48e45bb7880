using System.Globalization;

namespace Assay.Benchmarks.Simulations;

/// <summary>False alarms and power of the paired tests, coverage and width of the intervals of paired differences, as Markdown tables.</summary>
internal static class PairedSimulation
{
    private static readonly double[] Correlations = [0, 0.5, 0.9];

    public static void Print(bool fast)
    {
        int[] sizes = fast ? [15, 50] : [15, 30, 50, 100, 200];
        var samples = fast ? 1000 : 10_000;
        Console.WriteLine(FormattableString.Invariant($"{samples:N0} pairs of runs a cell, correlations {string.Join(", ", Correlations)}, seed 1; the worst cell of a shape and number of rows stands behind the mean.\n"));
        foreach (var passFail in new[] { true, false })
        {
            var shapes = PairedFamily.All.Where(family => family.IsPassFail == passFail).Select(family => (family, family)).ToList();
            Rejections($"False alarms, {Kind(passFail)} (at most 0.055)", shapes, sizes, samples, 0);
            Rejections($"Power, {Kind(passFail)}, the second run's normal number 0.3 higher", shapes, sizes, samples, 0.3);
            Coverage($"Coverage of 95 % intervals, {Kind(passFail)}: mean (least) [mean width]", shapes, sizes, samples);
        }

        Rejections("False alarms where means are equal and shapes are not", PairedFamily.UnequalShapes, sizes, samples, 0);
    }

    private static string Kind(bool passFail) => passFail ? "pass or fail" : "other scores";

    private static void Rejections(string title, IReadOnlyList<(PairedFamily A, PairedFamily B)> shapes, int[] sizes, int samples, double shift)
    {
        Console.WriteLine($"### {title}\n");
        var hasHead = false;
        foreach (var (a, b) in shapes)
        {
            foreach (var rows in sizes)
            {
                var cells = Correlations.Select(correlation => new PairedCell(a, b, rows, correlation, shift).Run(samples, 1).Rejected).ToList();
                hasHead = Head(hasHead, cells[0].Keys);
                Line(a, b, rows, cells[0].Keys.Select(test =>
                    $"{Text(cells.Average(cell => cell[test]))} ({Text(shift == 0 ? cells.Max(cell => cell[test]) : cells.Min(cell => cell[test]))})"));
            }
        }

        Console.WriteLine();
    }

    private static void Coverage(string title, IReadOnlyList<(PairedFamily A, PairedFamily B)> shapes, int[] sizes, int samples)
    {
        Console.WriteLine($"### {title}\n");
        var hasHead = false;
        foreach (var (a, b) in shapes)
        {
            foreach (var rows in sizes)
            {
                var cells = Correlations.SelectMany(correlation => new[] { 0, 0.3 }.Select(shift => new PairedCell(a, b, rows, correlation, shift).Run(samples, 2))).ToList();
                hasHead = Head(hasHead, cells[0].Covered.Keys);
                Line(a, b, rows, cells[0].Covered.Keys.Select(interval =>
                    $"{Text(cells.Average(cell => cell.Covered[interval]))} ({Text(cells.Min(cell => cell.Covered[interval]))}) [{Text(cells.Average(cell => cell.Width[interval]))}]"));
            }
        }

        Console.WriteLine();
    }

    private static bool Head(bool hasHead, IEnumerable<string> columns)
    {
        if (!hasHead)
        {
            Console.WriteLine($"| scores | rows | {string.Join(" | ", columns)} |");
            Console.WriteLine($"|---|---|{string.Concat(columns.Select(_ => "---|"))}");
        }

        return true;
    }

    private static void Line(PairedFamily a, PairedFamily b, int rows, IEnumerable<string> cells) => Console.WriteLine(
        $"| {(a == b ? a.Name : $"{a.Name} / {b.Name}")} | {rows} | {string.Join(" | ", cells)} |");

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
