namespace Assay.Charts;

/// <summary>One difference of a difference chart.</summary>
/// <param name="Name">Whose difference.</param>
/// <param name="Value">The difference.</param>
/// <param name="Interval">Its interval; null when none can be given.</param>
/// <param name="Label">What stands behind it: the figures, in words.</param>
/// <param name="Margin">Differences up to this do not matter, and are shaded; null for none.</param>
public sealed record DifferenceLine(string Name, double Value, (double Low, double High)? Interval, string Label, double? Margin = null);
