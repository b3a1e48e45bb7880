namespace Assay.Tracking;

/// <summary>A point of a history, with the run that it belongs to.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Metric">The point.</param>
public sealed record RunMetric(string RunId, Metric Metric);
