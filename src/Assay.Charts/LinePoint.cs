namespace Assay.Charts;

/// <summary>A place on a line: one column of many points, drawn as a value between the least and the greatest of them.</summary>
/// <param name="X">Where it lies on the horizontal axis.</param>
/// <param name="Y">The value that the line goes through; NaN breaks it.</param>
/// <param name="Low">The least value of the column.</param>
/// <param name="High">The greatest value of the column.</param>
public readonly record struct LinePoint(double X, double Y, double Low, double High);
