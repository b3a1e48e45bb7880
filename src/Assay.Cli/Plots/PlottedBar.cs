using Assay.Statistics;

namespace Assay.Cli.Plots;

/// <summary>A bar to be drawn.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Value">The figure; null when there is none.</param>
/// <param name="Interval">Its interval, which may be open.</param>
/// <param name="Label">The figure and its interval, or why there is none.</param>
/// <param name="IsBest">Whether it stands out.</param>
internal sealed record PlottedBar(string Name, double? Value, Interval? Interval, string Label, bool IsBest = false);
