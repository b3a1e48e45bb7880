namespace Assay.Charts;

/// <summary>One point.</summary>
/// <param name="Name">Of what.</param>
/// <param name="X">Its place on the horizontal axis.</param>
/// <param name="Y">Its place on the vertical axis.</param>
/// <param name="Interval">The interval of <paramref name="Y"/>; null without one.</param>
/// <param name="IsOnFrontier">Whether no other point beats it in both: filled, joined by a line, and named.</param>
/// <param name="Label">What the pointer hears of it.</param>
public sealed record ScatterPoint(string Name, double X, double Y, (double Low, double High)? Interval, bool IsOnFrontier, string Label);
