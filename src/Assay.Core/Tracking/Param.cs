namespace Assay.Tracking;

/// <summary>A setting of a run. Written once: writing another value is refused.</summary>
/// <param name="Key">At most 250 characters.</param>
/// <param name="Value">At most 6,000 characters.</param>
public sealed record Param(string Key, string Value);
