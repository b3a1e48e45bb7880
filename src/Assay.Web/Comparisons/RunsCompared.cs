using Assay.Charts;
using Assay.Comparisons;

namespace Assay.Web.Comparisons;

/// <summary>A comparison as a page shows it: of the differences of rows only how they spread, so that it is small however many rows there were.</summary>
/// <param name="Comparison">The comparison, without the rows' differences.</param>
/// <param name="Spreads">For each of its metrics how the rows' differences spread; null for figures of all rows together.</param>
public sealed record RunsCompared(Comparison Comparison, IReadOnlyList<PairedBins?> Spreads)
{
    internal static RunsCompared Of(Comparison comparison) => new(
        comparison with { Metrics = [.. comparison.Metrics.Select(metric => metric with { RowDifferences = [] })] },
        [.. comparison.Metrics.Select(metric => metric.RowDifferences.Count == 0 ? null : PairedBins.Of(metric.RowDifferences))]);
}
