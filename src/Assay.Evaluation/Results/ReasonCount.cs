namespace Assay.Results;

/// <summary>How many rows have no score for one reason.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Rows">How many rows.</param>
public sealed record ReasonCount(string Reason, long Rows);
