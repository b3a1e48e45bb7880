using Assay.Reports;
using Assay.Reports.Figures;
using Assay.Statistics;
using Spectre.Console;

namespace Assay.Cli.Output;

/// <summary>What a grid found, for a terminal: its cells, which setting is best, what each option does.</summary>
internal static class GridTable
{
    private const int BarWidth = 16;

    private static readonly Reports.Languages.Notation Numbers = FigureFormat.For(ReportLanguage.En).Notation;

    public static void Write(GridSummary summary)
    {
        WriteCells(summary);
        WriteChoice(summary);
        WriteEffects(summary);
        if (summary.CostUsd is > 0 and var cost)
        {
            Console.WriteLine(FormattableString.Invariant($"Cost: {cost:0.####} US$ at prices of {summary.PricesOf:yyyy-MM-dd}"));
        }
    }

    private static void WriteCells(GridSummary summary)
    {
        var table = New(("cell", false), ($"{summary.ChosenBy ?? "score"} {FigureFormat.Sign(summary.Direction)}", true), ("interval", false), ("", false), ("scored", true), ("US$", true), ("s a call", true));
        var values = summary.Cells.Select(cell => cell.Value).OfType<double>().DefaultIfEmpty(0).ToList();
        var (low, high) = (Math.Min(0, values.Min()), Math.Max(values.Max(), double.Epsilon));
        foreach (var cell in summary.Cells)
        {
            table.AddRow(
                new Text((cell.Setting == summary.Choice?.Setting ? "★ " : "  ") + Terminal.Printable(cell.Name)), new Text(Value(cell.Value)),
                new Text(cell.Interval is { } interval ? $"[{Value(interval.Low)}, {Value(interval.High)}]" : cell.WhyNoInterval ?? ""), new Text(Bar(cell.Value, low, high)),
                new Text(FormattableString.Invariant($"{cell.Scored}")), new Text(Amount(cell.CostUsd) + (cell.IsCheapestForItsQuality ? " ◆" : "  ")),
                new Text(Amount(cell.LatencySeconds) + (cell.IsFastestForItsQuality ? " ◆" : "  ")));
        }

        Terminal.Output.Write(table);
        if (summary.Cells.Any(cell => cell.IsCheapestForItsQuality || cell.IsFastestForItsQuality))
        {
            Console.WriteLine("  ◆: no other cell is at least as good for less");
        }
    }

    private static void WriteChoice(GridSummary summary)
    {
        if (summary.Choice is not { } choice)
        {
            Console.WriteLine($"No choice: {summary.WhyNoChoice}");
            return;
        }

        Console.WriteLine($"Best: {Terminal.Printable(choice.Name)}, {Value(choice.Apparent)} on the {choice.Rows} rows that chose it");
        Console.WriteLine($"  corrected for having looked at {choice.Ranks.Count}: {Value(choice.Corrected)} {Range(choice.Interval)}");
        foreach (var rank in choice.Ranks.Where(rank => rank.Setting != choice.Setting && rank.IsTied))
        {
            Console.WriteLine($"  no evidence that it is better than {Terminal.Printable(rank.Name)} ({Value(rank.Mean)})");
        }
    }

    private static void WriteEffects(GridSummary summary)
    {
        if (summary.Effects.Count == 0)
        {
            return;
        }

        var table = New(("axis", false), ("option", false), ("mean", true), ("against the first", true), ("interval", false));
        foreach (var effect in summary.Effects)
        {
            table.AddRow(
                new Text(effect.Axis), new Text(Terminal.Printable(effect.Option)), new Text(Value(effect.Mean)), new Text(effect.Difference is { } difference ? Signed(difference) : ""),
                new Text(effect.Interval is { } interval ? $"[{Signed(interval.Low)}, {Signed(interval.High)}]" : ""));
        }

        Terminal.Output.Write(table);
    }

    private static Table New(params (string Name, bool IsNumber)[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (name, isNumber) in columns)
        {
            table.AddColumn(new TableColumn(name) { Alignment = isNumber ? Justify.Right : Justify.Left, NoWrap = name != "cell" && name != "option" });
        }

        return table;
    }

    private static string Bar(double? value, double low, double high) =>
        value is { } figure && high > low ? new string('█', (int)Math.Round((figure - low) / (high - low) * BarWidth)) : "";

    private static string Value(double? value) => value is { } figure ? Numbers.Significant(figure) : "–";

    private static string Range(Interval? interval) =>
        interval is { } range ? $"[{Value(range.Low)}, {Value(range.High)}]" : "(no interval: it is the same in every resample of the rows)";

    private static string Amount(double? value) => value is { } figure ? Numbers.Significant(figure) : "?";

    private static string Signed(double value) => (value > 0 ? "+" : "") + Numbers.Significant(value);
}
