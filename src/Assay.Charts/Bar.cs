namespace Assay.Charts;

/// <summary>One bar.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Value">The figure; null when there is none.</param>
/// <param name="Interval">Its interval; null when none can be given.</param>
/// <param name="Label">What is written behind it: the figure and its interval.</param>
/// <param name="IsMarked">Whether it stands out, as the best does; a sign says so too.</param>
public sealed record Bar(string Name, double? Value, (double Low, double High)? Interval, string Label, bool IsMarked = false);
