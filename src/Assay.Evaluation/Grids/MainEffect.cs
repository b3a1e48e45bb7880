using Assay.Statistics;

namespace Assay.Grids;

/// <summary>What an option does, averaged over every combination of the others.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Option">The option.</param>
/// <param name="Mean">The mean score over the settings that have it.</param>
/// <param name="Difference">Against the axis's first option, row by row; null for that one.</param>
/// <param name="Interval">The interval of the difference; null without one.</param>
public sealed record MainEffect(string Axis, string Option, double Mean, double? Difference, Interval? Interval);
