using System.Text;
using Assay.Evaluations;
using Assay.Reports.Html;
using Assay.Reports.Rows;
using Assay.Results;

namespace Assay.Reports;

/// <summary>An evaluation as one HTML file that needs nothing else: figures, gates, distributions, rows, settings.</summary>
public static class HtmlReport
{
    /// <summary>
    /// Writes the report, in UTF-8 no longer than <see cref="ReportOptions.MaxBytes"/> (but for what cannot be left out: figures and
    /// settings). Rows are read in one pass. The same evaluation gives the same bytes.
    /// </summary>
    public static async Task WriteAsync(
        EvaluationSummary summary, IEvaluationStore rows, TextWriter output, ReportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(output);
        options ??= new ReportOptions();
        var context = new ReportContext(summary, options.Language);
        var sample = await RowSampler.ReadAsync(rows, summary, options, cancellationToken).ConfigureAwait(false);
        var before = new[]
        {
            PageFrame.Open(context), RunHead.Render(context), HeadlineTable.Render(context), GateTable.Render(context),
            TogetherSection.Render(context), ScorePanels.Render(context), ConfusionSection.Render(context), FlakySection.Render(context), CountsSection.Render(context),
        };
        var after = new[] { SettingsSection.Render(context), PageFrame.Close(context) };
        var left = options.MaxBytes - before.Concat(after).Sum(part => (long)Encoding.UTF8.GetByteCount(part.Text));
        foreach (var part in before.Concat(new RowsSection(context, sample).Render(left)).Concat(after))
        {
            await output.WriteAsync(part.Text.AsMemory(), cancellationToken).ConfigureAwait(false);
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
