namespace Assay.Grids;

/// <summary>Where a cell stands on one axis.</summary>
/// <param name="Axis">The axis: <c>prompt</c>, <c>temperature</c> …</param>
/// <param name="Option">The option's name there.</param>
public sealed record GridPlace(string Axis, string Option);
