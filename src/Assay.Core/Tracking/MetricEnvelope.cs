namespace Assay.Tracking;

/// <summary>What a chart shows of one run's metric.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Points">How many points there are between the ends that were asked for, those that are no number among them.</param>
/// <param name="Columns">Columns that hold points, from left to right.</param>
public sealed record MetricEnvelope(string RunId, long Points, IReadOnlyList<MetricColumn> Columns);
