using System.Text;
using Assay.Reports.Figures;
using Assay.Reports.Languages;
using Assay.Reports.Markdown;
using Assay.Results;
using Assay.Tracking;

namespace Assay.Reports;

/// <summary>
/// An evaluation as Markdown, for the summary page of a continuous-integration job: figures, gates, counts, warnings. No rows.
/// </summary>
public static class MarkdownSummary
{
    /// <summary>Writes the summary.</summary>
    public static async Task WriteAsync(
        EvaluationSummary summary, TextWriter output, ReportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(output);
        var language = options?.Language ?? ReportLanguage.En;
        var texts = ReportTexts.For(language);
        var text = new StringBuilder();
        AddHead(text, summary, texts);
        AddGates(text, summary, texts);
        AddFigures(text, summary, texts, FigureFormat.For(language));
        AddCounts(text, summary, texts);
        await output.WriteAsync(text, cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void AddHead(StringBuilder text, EvaluationSummary summary, ReportTexts texts)
    {
        var (page, rows) = (texts.Page, summary.Rows.Total);
        Line(text, $"## {MarkdownText.Escape(summary.Experiment)} / {MarkdownText.Escape(summary.RunName)}");
        Line(text, $"{MarkdownText.Escape(summary.Dataset.Name)} · {texts.Counts.Rows(rows, texts.Notation.Count(rows))} · "
            + $"{texts.Notation.Date(summary.StartTime)} · {page.Took} {texts.Notation.Duration(summary.DurationSeconds)} · "
            + $"{page.Status}: {page.StatusWord(summary.Status)} · {page.RunId} {MarkdownText.Code(summary.RunId)}");
        IEnumerable<string> notes = summary.Status == RunStatus.Finished ? [] : [page.NotFinished(page.StatusWord(summary.Status))];
        foreach (var warning in notes.Concat(summary.Warnings.Take(20).Select(w => MarkdownText.Escape(w))))
        {
            Line(text, $"> ⚠ {warning}");
        }
    }

    private static void AddGates(StringBuilder text, EvaluationSummary summary, ReportTexts texts)
    {
        if (summary.Gates.Count == 0)
        {
            return;
        }

        Line(text, $"**{texts.Figures.GatesPassed(summary.Gates.Count(g => g.Passed), summary.Gates.Count)}**");
        Head(text, (texts.Figures.Gate, false), (texts.Figures.Found, true), (texts.Figures.Outcome, false));
        foreach (var gate in summary.Gates)
        {
            var found = gate.Detail is { } detail ? MarkdownText.Escape(detail)
                : gate.Value is { } value ? GateBound.Of(gate.Gate).Beside(value, texts.Notation) : texts.Figures.NoFigure;
            Cells(text, MarkdownText.Code(gate.Gate), found, gate.Passed ? $"✓ {texts.Figures.Passed}" : $"✕ **{texts.Figures.Failed}**");
        }

        text.Append('\n');
    }

    private static void AddFigures(StringBuilder text, EvaluationSummary summary, ReportTexts texts, FigureFormat format)
    {
        var words = texts.Figures;
        Head(text, ("", false), (words.Metric, false), (words.Figure, true), (words.Interval(format.Confidence(summary)), false), (words.Scored, true));
        foreach (var scorer in summary.Scorers)
        {
            var total = scorer.Scored + scorer.NotScored.Sum(r => r.Rows);
            var scored = words.ScoredOf(texts.Notation.Count(scorer.Scored), texts.Notation.Count(total));
            if (scorer.Aggregates.Count == 0)
            {
                Cells(text, FigureFormat.Sign(scorer.Scorer.Direction), MarkdownText.Code(scorer.Scorer.Name), words.NoFigure, "", scored);
            }

            foreach (var figure in scorer.Aggregates)
            {
                var interval = format.Interval(figure) is { } known
                    ? MarkdownText.Escape(string.Join(" ", new[] { known, figure.Method, figure.WhyNoInterval is { } open ? $"({open})" : null }.OfType<string>()))
                    : figure.WhyNoInterval is { } why ? $"{words.NoInterval} ({MarkdownText.Escape(why)})" : "";
                var value = format.ValueWithUnit(figure, scorer.Scorer);
                Cells(text, FigureFormat.Sign(scorer.Scorer.DirectionOf(figure.Key)), MarkdownText.Code(figure.Key), MarkdownText.Escape(value), interval, scored);
            }
        }

        text.Append('\n');
        foreach (var scorer in summary.Scorers)
        {
            if (CalibrationLine.Of(scorer, words, texts.Notation) is { } calibration)
            {
                Line(text, $"{MarkdownText.Code(scorer.Scorer.Name)}: {MarkdownText.Escape(calibration)}");
            }
        }

        Line(text, $"▲ {words.HigherIsBetter} · ▼ {words.LowerIsBetter} · · {words.NoDirection}");
    }

    private static void AddCounts(StringBuilder text, EvaluationSummary summary, ReportTexts texts)
    {
        var (words, rows) = (texts.Counts, summary.Rows);
        var counts = new[]
        {
            (words.Total, rows.Total), (words.Failed, rows.Failed), (words.Refused, rows.Refused), (words.Filtered, rows.Filtered),
            (words.Truncated, rows.Truncated), (words.Resumed, rows.Resumed),
        };
        Line(text, string.Join(" · ", counts.Where((c, i) => i < 2 || c.Item2 > 0).Select(c => $"{c.Item1}: {texts.Notation.Count(c.Item2)}")));
        foreach (var scorer in summary.Scorers)
        {
            foreach (var reason in scorer.NotScored.Take(5))
            {
                text.Append("- ").Append(words.NotScored).Append(": ").Append(MarkdownText.Code(scorer.Scorer.Name)).Append(" × ")
                    .Append(texts.Notation.Count(reason.Rows)).Append(", ").Append(MarkdownText.Escape(reason.Reason, 200)).Append('\n');
            }
        }
    }

    private static void Head(StringBuilder text, params (string Name, bool Number)[] columns)
    {
        Cells(text, [.. columns.Select(c => c.Name)]);
        Cells(text, [.. columns.Select(c => c.Number ? "---:" : "---")]);
    }

    private static void Cells(StringBuilder text, params string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static void Line(StringBuilder text, string line) => text.Append(line).Append("\n\n");
}
