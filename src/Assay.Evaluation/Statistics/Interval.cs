namespace Assay.Statistics;

/// <summary>A confidence interval, both ends included.</summary>
/// <param name="Low">The lower end; minus infinity when it is open.</param>
/// <param name="High">The upper end, not below the lower; infinity when it is open.</param>
public readonly record struct Interval(double Low, double High);
