namespace Assay.Statistics;

/// <summary>
/// The aggregates of one column of scores, in the scores' own unit. All are null when no row was scored, and NaN when a score was NaN.
/// </summary>
/// <param name="Scored">Rows that have a score; only these are aggregated.</param>
/// <param name="Missing">Rows that have none.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Variance">Population variance (ddof 0), as MLflow logs it.</param>
/// <param name="P90">90th percentile, linear interpolation.</param>
/// <param name="Median">The middle score, or the mean of the middle two.</param>
/// <param name="Minimum">Least score.</param>
/// <param name="Maximum">Greatest score.</param>
public sealed record AggregateSet(
    int Scored,
    int Missing,
    double? Mean,
    double? Variance,
    double? P90,
    double? Median,
    double? Minimum,
    double? Maximum);
