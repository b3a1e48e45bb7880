using Assay.Comparisons;
using Assay.Reports.Comparisons;

namespace Assay.Reports;

/// <summary>A comparison as one HTML file that needs nothing else: pictures of the differences, figures, and the rows that changed most.</summary>
public static class ComparisonReport
{
    /// <summary>Writes the page. The same comparison gives the same bytes.</summary>
    public static async Task WriteAsync(
        Comparison comparison, TextWriter output, ReportLanguage language = ReportLanguage.En, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(output);
        await output.WriteAsync(new ComparisonPage(comparison, language).Render().Text.AsMemory(), cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
