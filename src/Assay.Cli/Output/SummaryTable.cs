using Assay.Charts;
using Assay.Reports;
using Assay.Reports.Figures;
using Assay.Results;
using Spectre.Console;

namespace Assay.Cli.Output;

/// <summary>The figures of an evaluation for a terminal: values with intervals, how many rows were scored, and a small histogram.</summary>
internal static class SummaryTable
{
    public static void Write(EvaluationSummary summary, ReportLanguage language)
    {
        var format = FigureFormat.For(language);
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("metric");
        table.AddColumn(new TableColumn("value").RightAligned());
        table.AddColumn("95 % interval");
        table.AddColumn(new TableColumn("scored").RightAligned());
        table.AddColumn("distribution");
        foreach (var scorer in summary.Scorers)
        {
            AddScorer(table, scorer, summary.Rows.Total, format);
        }

        Terminal.Output.Write(table);
        WriteGates(summary, format);
        WriteCounts(summary);
    }

    private static void AddScorer(Table table, ScorerSummary scorer, long total, FigureFormat format)
    {
        var scored = $"{format.Notation.Number(scorer.Scored, 0)} of {format.Notation.Number(total, 0)}";
        var shape = scorer.Histogram is { } histogram
            ? $"{format.Notation.Significant(histogram.Low)} {TextHistogram.Line(histogram.Counts)} {format.Notation.Significant(histogram.High)}"
            : scorer.NotScored.Count > 0 ? scorer.NotScored[0].Reason : "";
        if (scorer.Aggregates.Count == 0)
        {
            table.AddRow(new Text(scorer.Scorer.Name), new Text("–"), new Text(""), new Text(scored), new Text(shape));
        }

        for (var i = 0; i < scorer.Aggregates.Count; i++)
        {
            var figure = scorer.Aggregates[i];
            table.AddRow(
                new Text($"{figure.Key} {FigureFormat.Sign(scorer.Scorer.Direction)}"),
                new Text(format.ValueWithUnit(figure, scorer.Scorer)),
                new Text(format.Interval(figure) ?? figure.WhyNoInterval ?? ""),
                new Text(i == 0 ? scored : ""),
                new Text(i == 0 ? shape : ""));
        }
    }

    private static void WriteGates(EvaluationSummary summary, FigureFormat format)
    {
        foreach (var gate in summary.Gates)
        {
            var value = gate.Value is { } figure ? format.Notation.Significant(figure) : "no figure";
            Console.WriteLine($"  gate {(gate.Passed ? "passed" : "FAILED")}: {gate.Gate} ({value})");
        }
    }

    private static void WriteCounts(EvaluationSummary summary)
    {
        var rows = summary.Rows;
        (long Count, string Name)[] counts =
            [(rows.Failed, "failed"), (rows.Resumed, "taken over"), (rows.Refused, "refused"), (rows.Filtered, "filtered"), (rows.Truncated, "cut at the token limit")];
        var notable = counts.Where(of => of.Count > 0).Select(of => $"{of.Count} {of.Name}").ToList();
        Console.WriteLine($"  {rows.Total} rows{(notable.Count == 0 ? "" : ": " + string.Join(", ", notable))}");
    }
}
