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

    private const int FlakyNamed = 5;

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

        WriteRepeats(summary);
        WriteJudges(summary);
        WriteGates(summary, format);
        WriteCounts(summary);
    }

    private static void WriteRepeats(EvaluationSummary summary)
    {
        foreach (var (scorer, repeats) in summary.Scorers.Where(scorer => scorer.Repeats is not null).Select(scorer => (scorer, scorer.Repeats!)))
        {
            Console.WriteLine($"  {scorer.Scorer.Name}: {repeats.Advice}");
            if (repeats.Flaky > 0)
            {
                var named = string.Join(", ", repeats.FlakyRows.Take(FlakyNamed).Select(row => Terminal.Printable(row.RowId)));
                Console.WriteLine($"    {repeats.Flaky} of {scorer.Scored} rows vary: {named}{(repeats.Flaky > FlakyNamed ? " …" : "")}");
            }
        }
    }

    private static void WriteWide(EvaluationSummary summary, FigureFormat format)
    {
        var table = NewTable("metric", "value", IntervalHeading(summary, format), "scored", "distribution");
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
                    Key(figure, scorer), new Text(format.ValueWithUnit(figure, scorer.Scorer)), new Text(Interval(figure, format) ?? figure.WhyNoInterval ?? ""),
                    new Text(i == 0 ? scored : ""), new Text(i == 0 ? shape : ""));
            }
        }

        Terminal.Output.Write(table);
    }

    /// <summary>Figures and distributions one below the other: wrapped names could not be read.</summary>
    private static void WriteNarrow(EvaluationSummary summary, FigureFormat format)
    {
        var figures = NewTable("metric", "value", IntervalHeading(summary, format));
        var distributions = NewTable("scorer", "scored", "distribution");
        foreach (var scorer in summary.Scorers)
        {
            foreach (var figure in scorer.Aggregates)
            {
                var interval = Interval(figure, format) ?? (figure.WhyNoInterval is null ? "" : "–");
                figures.AddRow(Key(figure, scorer), new Text(format.ValueWithUnit(figure, scorer.Scorer)), new Text(interval));
            }

            distributions.AddRow(
                new Text(scorer.Scorer.Name), new Text(Scored(scorer, summary.Rows.Total, format)), new Text(Shape(scorer, format)));
        }

        Terminal.Output.Write(figures);
        foreach (var (sign, why) in summary.Scorers.SelectMany(scorer => scorer.Aggregates).Where(figure => figure.WhyNoInterval is not null)
            .Select(figure => (figure.Interval is null ? "–" : "∞", figure.WhyNoInterval)).Distinct())
        {
            Console.WriteLine($"  {sign}: {why}");
        }

        Terminal.Output.Write(distributions);
    }

    private static string IntervalHeading(EvaluationSummary summary, FigureFormat format) => $"{format.Confidence(summary)} % interval";

    private static string? Interval(AggregateResult figure, FigureFormat format) =>
        format.Interval(figure) is { } interval ? $"{interval} {figure.Method}".TrimEnd() : null;

    private static Table NewTable(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column) { Alignment = column is "value" or "scored" ? Justify.Right : Justify.Left });
        }

        return table;
    }

    private static Text Key(AggregateResult figure, ScorerSummary scorer) => new($"{figure.Key} {FigureFormat.Sign(scorer.Scorer.DirectionOf(figure.Key))}");

    private static string Scored(ScorerSummary scorer, long total, FigureFormat format) =>
        $"{format.Notation.Number(scorer.Scored, 0)} of {format.Notation.Number(total, 0)}";

    private static string Shape(ScorerSummary scorer, FigureFormat format) => scorer.Histogram is { } histogram
        ? $"{format.Notation.Significant(histogram.Low)} {TextHistogram.Line(histogram.Counts)} {format.Notation.Significant(histogram.High)}"
        : scorer.NotScored.Count > 0 ? scorer.NotScored[0].Reason : "";

    private static void WriteGates(EvaluationSummary summary, FigureFormat format)
    {
        foreach (var gate in summary.Gates)
        {
            var value = gate.Detail ?? (gate.Value is { } figure ? format.Notation.Significant(figure) : "no figure");
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
        Console.WriteLine($"  {rows.Total} rows{(rows.Repeats > 1 ? $", each asked {rows.Repeats} times" : "")}{(notable.Count == 0 ? "" : ": " + string.Join(", ", notable))}");
        if (summary is { CostUsd: > 0 and var cost, PricesOf: { } day })
        {
            Console.WriteLine(FormattableString.Invariant($"  {summary.Usage?.Total ?? 0:N0} tokens, {cost:0.######} US$ at prices of {day:yyyy-MM-dd}"));
        }
    }
}
