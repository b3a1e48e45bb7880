namespace Assay.Results;

/// <summary>What came of a gate.</summary>
/// <param name="Gate">As the user wrote it: <c>toxicity/v1/p90 &lt; 0.1</c>.</param>
/// <param name="Value">The figure it was held against; null when the run has none (no row was scored).</param>
/// <param name="Passed">Whether the condition holds; false when there is no figure.</param>
public sealed record GateOutcome(string Gate, double? Value, bool Passed)
{
    /// <summary>Of a gate on a comparison (its value is the difference): the interval and the rows, or why there is none; else null.</summary>
    public string? Detail { get; init; }
}
