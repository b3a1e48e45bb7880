using System.Globalization;
using System.Xml;
using Assay.Charts;
using Assay.Evaluations;
using Assay.Reports.Languages;
using Assay.Results;

namespace Assay.Reports;

/// <summary>
/// An evaluation as JUnit XML, for continuous integration: one suite, with a test case for each gate, one for the rows together, and one
/// for each row that failed, up to a bound.
/// </summary>
public static class JUnitReport
{
    private const int MostRows = 100, LongestText = 1000;

    /// <summary>Writes the XML. Failed rows are failures, or skipped when <see cref="ReportOptions.FailedRowsAllowed"/>.</summary>
    public static async Task WriteAsync(
        EvaluationSummary summary, IEvaluationStore rows, TextWriter output, ReportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(output);
        options ??= new ReportOptions();
        var query = new EvaluationRowQuery { RunId = summary.RunId, Failed = true, MaxResults = MostRows };
        var failed = summary.Rows.Failed == 0 ? [] : (await rows.ReadAsync(query, cancellationToken).ConfigureAwait(false)).Items.Take(MostRows).ToArray();
        var settings = new XmlWriterSettings { Async = true, Indent = true, NewLineChars = "\n", CloseOutput = false, OmitXmlDeclaration = true };
        await output.WriteAsync("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".AsMemory(), cancellationToken).ConfigureAwait(false);
        var xml = XmlWriter.Create(output, settings);
        await using (xml.ConfigureAwait(false))
        {
            new Suite(xml, summary, options).Write(failed);
            await xml.FlushAsync().ConfigureAwait(false);
        }

        await output.WriteAsync("\n".AsMemory(), cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The suite of one evaluation; at most <see cref="MostRows"/> short cases, so that writing it needs no waiting.</summary>
    private sealed class Suite(XmlWriter xml, EvaluationSummary summary, ReportOptions options)
    {
        private readonly ReportTexts _texts = ReportTexts.For(options.Language);
        private readonly string _name = $"{summary.Experiment} / {summary.RunName}";

        public void Write(EvaluationRow[] failed)
        {
            var broken = summary.Gates.Count(g => !g.Passed);
            var (rowFailures, skipped) = (summary.Rows.Failed > 0, options.FailedRowsAllowed) switch
            {
                (false, _) => (0, 0),
                (true, true) => (0, failed.Length),
                (true, false) => (1 + failed.Length, 0),
            };
            xml.WriteStartElement("testsuites");
            WriteCounts(summary.Gates.Count + 1 + failed.Length, broken + rowFailures);
            xml.WriteStartElement("testsuite");
            WriteCounts(summary.Gates.Count + 1 + failed.Length, broken + rowFailures);
            Attribute("skipped", Text(skipped));
            Attribute("timestamp", summary.StartTime.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
            WriteProperties();
            foreach (var gate in summary.Gates)
            {
                WriteGate(gate);
            }

            WriteRows();
            foreach (var row in failed)
            {
                WriteRow(row);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        private void WriteCounts(int tests, int failures)
        {
            Attribute("name", _name);
            Attribute("tests", Text(tests));
            Attribute("failures", Text(failures));
            Attribute("errors", "0");
            Attribute("time", summary.DurationSeconds.ToString("0.000", CultureInfo.InvariantCulture));
        }

        private void WriteProperties()
        {
            xml.WriteStartElement("properties");
            var figures = summary.Scorers.SelectMany(s => s.Aggregates).Select(a => (a.Key, a.Value.ToString("R", CultureInfo.InvariantCulture)));
            foreach (var (name, value) in new[] { ("run_id", summary.RunId), ("dataset", $"{summary.Dataset.Name} {summary.Dataset.Digest}") }.Concat(figures))
            {
                xml.WriteStartElement("property");
                Attribute("name", name);
                Attribute("value", value);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        private void WriteGate(GateOutcome gate)
        {
            StartCase("assay.gates", gate.Gate, 0);
            if (!gate.Passed)
            {
                var figure = gate.Detail ?? (gate.Value is { } value ? value.ToString("G6", CultureInfo.InvariantCulture) : _texts.Figures.NoFigure);
                Fault("failure", $"{gate.Gate}: {_texts.Figures.Failed}. {_texts.Figures.Found}: {figure}", "gate");
            }

            xml.WriteEndElement();
        }

        private void WriteRows()
        {
            StartCase("assay.rows", "rows", 0);
            if (summary.Rows.Failed > 0 && !options.FailedRowsAllowed)
            {
                Fault("failure", $"{_texts.Counts.Failed}: {_texts.Figures.ScoredOf(Text(summary.Rows.Failed), Text(summary.Rows.Total))}", "rows");
            }

            xml.WriteEndElement();
        }

        private void WriteRow(EvaluationRow row)
        {
            StartCase("assay.rows", $"{_texts.Rows.Row} {row.Index + 1} ({Short(row.RowId, 100)})", row.LatencySeconds ?? 0);
            Fault(options.FailedRowsAllowed ? "skipped" : "failure", Short(row.Error, LongestText), options.FailedRowsAllowed ? null : "row");
            xml.WriteEndElement();
        }

        private void StartCase(string group, string name, double seconds)
        {
            xml.WriteStartElement("testcase");
            Attribute("classname", group);
            Attribute("name", name);
            Attribute("time", seconds.ToString("0.000", CultureInfo.InvariantCulture));
        }

        private void Fault(string element, string message, string? type)
        {
            xml.WriteStartElement(element);
            Attribute("message", message);
            if (type is not null)
            {
                Attribute("type", type);
            }

            xml.WriteEndElement();
        }

        private void Attribute(string name, string value) => xml.WriteAttributeString(name, SafeText.Clean(value));

        private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);

        private static string Short(string? text, int limit) => Rows.ReportText.Of(text, limit)?.Text ?? "";
    }
}
