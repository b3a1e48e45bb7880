namespace Assay.Data;

/// <summary>How many rows have a value.</summary>
/// <param name="Value">The value as text.</param>
/// <param name="Rows">The rows that have it.</param>
public sealed record ValueCount(string Value, long Rows);
