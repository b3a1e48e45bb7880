namespace Assay.Charts;

/// <summary>One line of a chart.</summary>
/// <param name="Name">What stands at its end.</param>
/// <param name="Colour">Which of the six series colours it has, from 1.</param>
/// <param name="Points">From left to right.</param>
public sealed record LineSeries(string Name, int Colour, IReadOnlyList<LinePoint> Points);
