using Assay.Comparisons;
using Assay.Reports;
using Assay.Reports.Figures;
using Assay.Reports.Languages;
using Spectre.Console;

namespace Assay.Cli.Output;

/// <summary>A comparison for a terminal of 100 columns.</summary>
internal static class ComparisonTable
{
    private const int MostChanged = 3, LongestText = 60;

    private static readonly Notation Numbers = FigureFormat.For(ReportLanguage.En).Notation;

    public static void Write(Comparison comparison)
    {
        var baseline = comparison.Runs[0];
        foreach (var run in comparison.Runs.Skip(1))
        {
            WritePair(comparison, baseline, run);
        }

        WriteRankings(comparison);
        foreach (var note in comparison.Notes) Console.WriteLine($"  note: {Terminal.Printable(note)}");
    }

    private static void WritePair(Comparison comparison, ComparedRun a, ComparedRun b)
    {
        Console.WriteLine($"a: {Label(a)}\nb: {Label(b)}");
        foreach (var setting in b.Settings)
        {
            var before = a.Settings.FirstOrDefault(of => of.Key == setting.Key)?.Value ?? "";
            if (before != setting.Value) Console.WriteLine($"   {setting.Key}: {Setting(before)} → {Setting(setting.Value)}");
        }

        var metrics = comparison.Metrics.Where(metric => metric.RunB == b.Id).ToList();
        WriteMetrics(metrics.Where(metric => metric.IsPrimary));
        if (metrics.Exists(metric => !metric.IsPrimary))
        {
            Console.WriteLine("Exploratory: not corrected for having looked at several");
            WriteMetrics(metrics.Where(metric => !metric.IsPrimary));
        }

        foreach (var metric in metrics) WriteDetails(metric, comparison.Confidence);
    }

    private static void WriteMetrics(IEnumerable<MetricComparison> metrics)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in new[] { "metric", "a", "b", "b − a", "interval", "p", "rows", "verdict" })
        {
            table.AddColumn(new TableColumn(column)
            {
                Alignment = column is "metric" or "interval" or "verdict" ? Justify.Left : Justify.Right, NoWrap = column is not ("metric" or "verdict"),
                Padding = new Padding(0, 0, 1, 0),
            });
        }

        foreach (var metric in metrics)
        {
            var decimals = Decimals(metric);
            var interval = metric.Interval.Interval is { } ends ? $"[{Numbers.Number(ends.Low, decimals)}, {Numbers.Number(ends.High, decimals)}]" : "–";
            table.AddRow(
                new Text($"{metric.Metric} {FigureFormat.Sign(metric.Direction)}"), new Text(Numbers.Number(metric.A, decimals)), new Text(Numbers.Number(metric.B, decimals)),
                new Text((metric.Difference > 0 ? "+" : "") + Numbers.Number(metric.Difference, decimals)), new Text(interval), new Text(PValue(metric.PAdjusted)),
                new Text(Numbers.Count(metric.Rows)), new Text(VerdictWords.Of(metric.Verdict), Style(metric.Verdict)));
        }

        Terminal.Output.Write(table);
    }

    private static void WriteDetails(MetricComparison metric, double confidence)
    {
        var lines = new List<string>();
        if (metric.Interval.Reason is { } why) lines.Add($"no interval: {why}");
        if (metric.IntervalConfidence > confidence + 1e-9) lines.Add($"the interval is at {Numbers.Significant(100 * metric.IntervalConfidence, 4)} %, and p is corrected, for the primary metrics together");
        if (metric.SmallestDifference is { } smallest) lines.Add($"so many rows would have shown a difference of {Numbers.Significant(smallest, 2)} (power 80 %); 'assay power' says how many show less");
        lines.AddRange(metric.Notes);
        foreach (var row in metric.IsPrimary ? metric.Changed.Take(MostChanged) : [])
        {
            lines.Add($"row {Short(row.RowId)}: {Numbers.Place(row.A)} → {Numbers.Place(row.B)}{(row.Input is null ? "" : "  " + Short(row.Input))}");
        }

        if (lines.Count == 0) return;
        Console.WriteLine($"  {metric.Metric} ({metric.Test}{(metric.Interval.Method is { } method ? ", " + method : "")})");
        foreach (var line in lines) Console.WriteLine($"    {Terminal.Printable(line)}");
    }

    private static void WriteRankings(Comparison comparison)
    {
        foreach (var ranking in comparison.Rankings)
        {
            Console.WriteLine($"{ranking.Metric}: who came first when {ranking.Rows} rows were drawn again");
            ListTable.Write(["run", "mean", "first", ""], ranking.Runs.Select(run => new[]
            {
                comparison.Runs.First(of => of.Id == run.Run).Name, Numbers.Significant(run.Mean), Numbers.Percent(run.FirstShare, " "),
                run.MayBeBest ? "cannot be told from the best" : "",
            }));
        }
    }

    private static Style Style(Verdict verdict) => new(verdict switch
    {
        Verdict.Better => Color.Green, Verdict.Worse => Color.Red, Verdict.Different => Color.Yellow, _ => Color.Default,
    });

    private static string PValue(double p) => double.IsNaN(p) ? "–" : p < 0.0001 ? "<0.0001" : Numbers.Number(p, p < 0.1 ? 4 : 2);

    /// <summary>Two digits of the interval's half width, else three significant digits of the larger mean.</summary>
    private static int Decimals(MetricComparison metric)
    {
        var size = metric.Interval.Interval is { } interval && interval.High > interval.Low ? (interval.High - interval.Low) / 20
            : Math.Max(Math.Abs(metric.A), Math.Abs(metric.B)) / 100;
        return size > 0 && double.IsFinite(size) ? Math.Clamp((int)Math.Ceiling(-Math.Log10(size)), 0, 6) : 3;
    }

    private static string Label(ComparedRun run) => run.Id == run.Name || run.Id.EndsWith(run.Name, StringComparison.Ordinal) ? run.Id : $"{run.Name} ({run.Id})";

    private static string Setting(string value) => value.Length == 0 ? "(not set)" : Short(value);

    private static string Short(string text) => text.Length <= LongestText ? Terminal.Printable(text) : Terminal.Printable(text[..LongestText]) + "…";
}
