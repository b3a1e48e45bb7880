namespace Assay.Comparisons;

/// <summary>Where each of three or more runs stands in a metric.</summary>
/// <param name="Metric">The metric's key.</param>
/// <param name="Rows">Rows that every run scored.</param>
/// <param name="Runs">The runs, best mean first.</param>
public sealed record MetricRanking(string Metric, int Rows, IReadOnlyList<RankedRun> Runs);
