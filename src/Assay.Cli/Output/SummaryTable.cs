using Assay.Charts;
using Assay.Judges.Calibration;
using Assay.Reports;
using Assay.Reports.Figures;
using Assay.Results;
using Spectre.Console;

namespace Assay.Cli.Output;

/// <summary>The figures of an evaluation for a terminal: values with intervals, how many rows were scored, and a small histogram.</summary>
internal static class SummaryTable
{
    /// <summary>Columns of a terminal on which one table holds everything without wrapping.</summary>
    private const int WidthOfOneTable = 140;

    public static void Write(EvaluationSummary summary, ReportLanguage language)
    {
        var format = FigureFormat.For(language);
        if (Terminal.Output.Profile.Width >= WidthOfOneTable)
        {
            WriteWide(summary, format);
        }
        else
        {
            WriteNarrow(summary, format);
        }

        WriteJudges(summary);
        WriteGates(summary, format);
        WriteCounts(summary);
    }

    private static void WriteWide(EvaluationSummary summary, FigureFormat format)
    {
        var table = NewTable("metric", "value", "95 % interval", "scored", "distribution");
        foreach (var scorer in summary.Scorers)
        {
            var (scored, shape) = (Scored(scorer, summary.Rows.Total, format), Shape(scorer, format));
            if (scorer.Aggregates.Count == 0)
            {
                table.AddRow(new Text(scorer.Scorer.Name), new Text("–"), new Text(""), new Text(scored), new Text(shape));
            }

            for (var i = 0; i < scorer.Aggregates.Count; i++)
            {
                var figure = scorer.Aggregates[i];
                table.AddRow(
                    Key(figure, scorer), new Text(format.ValueWithUnit(figure, scorer.Scorer)), new Text(format.Interval(figure) ?? figure.WhyNoInterval ?? ""),
                    new Text(i == 0 ? scored : ""), new Text(i == 0 ? shape : ""));
            }
        }

        Terminal.Output.Write(table);
    }

    /// <summary>Figures and distributions one below the other: wrapped names could not be read.</summary>
    private static void WriteNarrow(EvaluationSummary summary, FigureFormat format)
    {
        var figures = NewTable("metric", "value", "95 % interval");
        var distributions = NewTable("scorer", "scored", "distribution");
        foreach (var scorer in summary.Scorers)
        {
            foreach (var figure in scorer.Aggregates)
            {
                var interval = format.Interval(figure) ?? (figure.WhyNoInterval is null ? "" : "–");
                figures.AddRow(Key(figure, scorer), new Text(format.ValueWithUnit(figure, scorer.Scorer)), new Text(interval));
            }

            distributions.AddRow(
                new Text(scorer.Scorer.Name), new Text(Scored(scorer, summary.Rows.Total, format)), new Text(Shape(scorer, format)));
        }

        Terminal.Output.Write(figures);
        foreach (var why in summary.Scorers.SelectMany(scorer => scorer.Aggregates).Select(figure => figure.WhyNoInterval).OfType<string>().Distinct())
        {
            Console.WriteLine($"  –: {why}");
        }

        Terminal.Output.Write(distributions);
    }

    private static Table NewTable(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column) { Alignment = column is "value" or "scored" ? Justify.Right : Justify.Left });
        }

        return table;
    }

    private static Text Key(AggregateResult figure, ScorerSummary scorer) => new($"{figure.Key} {FigureFormat.Sign(scorer.Scorer.Direction)}");

    private static string Scored(ScorerSummary scorer, long total, FigureFormat format) =>
        $"{format.Notation.Number(scorer.Scored, 0)} of {format.Notation.Number(total, 0)}";

    private static string Shape(ScorerSummary scorer, FigureFormat format) => scorer.Histogram is { } histogram
        ? $"{format.Notation.Significant(histogram.Low)} {TextHistogram.Line(histogram.Counts)} {format.Notation.Significant(histogram.High)}"
        : scorer.NotScored.Count > 0 ? scorer.NotScored[0].Reason : "";

    private static void WriteGates(EvaluationSummary summary, FigureFormat format)
    {
        foreach (var gate in summary.Gates)
        {
            var value = gate.Value is { } figure ? format.Notation.Significant(figure) : "no figure";
            Console.WriteLine($"  gate {(gate.Passed ? "passed" : "FAILED")}: {gate.Gate} ({value})");
        }
    }

    private static void WriteJudges(EvaluationSummary summary)
    {
        foreach (var scorer in summary.Scorers.Where(scorer => scorer.Scorer.Judge is not null))
        {
            Console.WriteLine($"  {scorer.Scorer.Name}, judged by {scorer.Scorer.Judge!.Model}: {scorer.Calibration?.ToString() ?? CalibrationNote.NotCalibrated}");
        }

        if (summary.Judging is { } spent)
        {
            Console.WriteLine($"  judges: {JudgeSpendingText.Of(spent)}");
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
