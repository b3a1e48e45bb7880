using System.Diagnostics;
using System.Globalization;

namespace Assay.Benchmarks.Simulations;

/// <summary>False alarms and power of the paired tests, coverage and width of the intervals of paired differences, as Markdown tables.</summary>
/// <param name="fast">Fewer samples and sizes.</param>
/// <param name="page">Where the tables go; progress goes to the standard error.</param>
internal sealed class PairedSimulation(bool fast, TextWriter page)
{
    private const double Shift = 0.3;

    private const int Repeats = 5;

    private static readonly double[] Correlations = [0, 0.5, 0.9];

    private readonly int[] _sizes = fast ? [15, 50] : [15, 30, 50, 100, 200];

    // The seed of each cell is its number: cells that shared their draws would share their errors, and their mean would be no better known.
    private ulong _cells;

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>Runs everything; what needs random flips costs most.</summary>
    public void Run()
    {
        int passFail = fast ? 1000 : 10_000, other = fast ? 400 : 10_000;
        page.WriteLine(FormattableString.Invariant(
            $"{passFail:N0} pairs of runs a cell for pass or fail, {other:N0} for other scores: rates near .05 are within ±{Error(passFail)} and ±{Error(other)} in 19 of 20 cells."));
        page.WriteLine("Correlations 0, 0.5 and 0.9, each cell with a seed of its own. For power the second run's normal numbers are 0.3 higher. Means over the correlations, the worst of them in parentheses.\n");
        Tables("pass or fail", Same(PairedFamilies.PassFail), passFail);
        Tables("other scores", Same(PairedFamilies.Other), other);
        Title("Equal means, unequal shapes: false alarms");
        Table(PairedFamilies.UnequalShapes, _sizes, (pair, rows) => Rejections(Cells(pair, rows, other, 0, 1), [], hasPower: false));
        RepeatsTable(other);
    }

    private void Tables(string kind, IReadOnlyList<(ScoreFamily A, ScoreFamily B)> pairs, int samples)
    {
        var found = pairs.SelectMany(pair => _sizes.Select(rows => (pair, rows))).ToDictionary(
            of => of, of => (Still: Cells(of.pair, of.rows, samples, 0, 1), Moved: Cells(of.pair, of.rows, samples, Shift, 1)));
        Title($"False alarms (at most 0.055) / power, {kind}");
        Table(pairs, _sizes, (pair, rows) => Rejections(found[(pair, rows)].Still, found[(pair, rows)].Moved, hasPower: true));
        Title($"Coverage of 95 % intervals, {kind}: mean (least) [mean width]");
        Table(pairs, _sizes, (pair, rows) =>
        {
            PairedRates[] all = [.. found[(pair, rows)].Still, .. found[(pair, rows)].Moved];
            return [.. all[0].Covered.Keys.Select(interval => (interval,
                $"{Text(all.Average(cell => cell.Covered[interval]))} ({Text(all.Min(cell => cell.Covered[interval]))}) [{Text(all.Average(cell => cell.Width[interval]))}]"))];
        });
    }

    // Each row asked once, or several times with the mean as its score: the default test and interval of such scores.
    private void RepeatsTable(int samples)
    {
        ScoreFamily[] families = [ScoreFamilies.Bernoulli(0.5), ScoreFamilies.Bernoulli(0.9), .. PairedFamilies.Other.Where((_, i) => i is 0 or 3 or 5)];
        Title($"Repeats, correlations 0.5 and 0.9: false alarms / power / coverage [mean width], each row asked once and {Repeats} times");
        Table(Same(families), [15, 50], (pair, rows) => [.. new[] { 1, Repeats }.Select(repeats =>
        {
            var (still, moved) = (Cells(pair, rows, samples, 0, repeats)[1..], Cells(pair, rows, samples, Shift, repeats)[1..]);
            var (test, all) = (still[0].Rejected.Keys.First(), still.Concat(moved).ToList());
            return (repeats == 1 ? "asked once" : $"asked {repeats} times",
                $"{Text(still.Average(cell => cell.Rejected[test]))} / {Text(moved.Average(cell => cell.Rejected[test]))} / {Text(all.Average(cell => cell.Covered["default"]))} [{Text(all.Average(cell => cell.Width["default"]))}]");
        })]);
    }

    private PairedRates[] Cells((ScoreFamily A, ScoreFamily B) pair, int rows, int samples, double shift, int repeats)
    {
        PairedRates[] cells = [.. Correlations.Select(correlation => new PairedCell(pair.A, pair.B, rows, correlation, shift, repeats).Run(samples, ++_cells))];
        Console.Error.WriteLine(FormattableString.Invariant($"{_watch.Elapsed:hh\\:mm\\:ss} {pair.A.Name}, {rows} rows, shift {shift}, {repeats} repeats"));
        return cells;
    }

    private static IReadOnlyList<(string, string)> Rejections(PairedRates[] still, PairedRates[] moved, bool hasPower) =>
        [.. still[0].Rejected.Keys.Select(test => (test,
            $"{Text(still.Average(cell => cell.Rejected[test]))} ({Text(still.Max(cell => cell.Rejected[test]))})"
            + (hasPower ? $" / {Text(moved.Average(cell => cell.Rejected[test]))}" : "")))];

    private static IReadOnlyList<(ScoreFamily, ScoreFamily)> Same(IEnumerable<ScoreFamily> families) => [.. families.Select(family => (family, family))];

    private void Title(string title) => page.WriteLine($"### {title}\n");

    private void Table(
        IReadOnlyList<(ScoreFamily A, ScoreFamily B)> pairs, int[] sizes, Func<(ScoreFamily A, ScoreFamily B), int, IReadOnlyList<(string Column, string Cell)>> cells)
    {
        var hasHead = false;
        foreach (var pair in pairs)
        {
            foreach (var rows in sizes)
            {
                var line = cells(pair, rows);
                if (!hasHead) page.WriteLine($"| scores | rows | {string.Join(" | ", line.Select(of => of.Column))} |\n|---|---|{string.Concat(line.Select(_ => "---|"))}");
                hasHead = true;
                page.WriteLine($"| {(pair.A == pair.B ? pair.A.Name : $"{pair.A.Name} / {pair.B.Name}")} | {rows} | {string.Join(" | ", line.Select(of => of.Cell))} |");
            }
        }

        page.WriteLine();
    }

    private static string Error(int samples) => Text(1.96 * Math.Sqrt(0.05 * 0.95 / samples));

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
