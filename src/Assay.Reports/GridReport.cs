using Assay.Reports.Grids;
using Assay.Reports.Html;
using Assay.Reports.Languages;

namespace Assay.Reports;

/// <summary>What a grid found as one HTML file that needs nothing else: the choice, the cells, their price, what each option does.</summary>
public static class GridReport
{
    /// <summary>Writes the report. The same summary gives the same bytes.</summary>
    public static async Task WriteAsync(
        GridSummary summary, TextWriter output, ReportLanguage language = ReportLanguage.En, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(output);
        var texts = ReportTexts.For(language);
        var context = new GridContext(summary, texts);
        var parts = new[]
        {
            PageFrame.Open(texts, texts.Grid.Report, $"{summary.RunName} · {summary.Experiment}", "cells", texts.Grid.SkipToCells),
            ChoiceSection.Render(context), CellsSection.Render(context), FrontierSections.Render(context), EffectsSection.Render(context), PageFrame.Close(texts, context.Confidence),
        };
        foreach (var part in parts)
        {
            await output.WriteAsync(part.Text.AsMemory(), cancellationToken).ConfigureAwait(false);
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
