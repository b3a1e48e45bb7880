namespace Assay;

/// <summary>Tokens of one call as the service counted them; null where it did not say.</summary>
/// <param name="Input">Tokens of the prompt.</param>
/// <param name="Output">Tokens of the answer, reasoning included.</param>
/// <param name="Cached">The part of <paramref name="Input"/> that was read from the service's cache.</param>
/// <param name="Reasoning">The part of <paramref name="Output"/> that is hidden reasoning.</param>
public sealed record TokenUsage(long? Input, long? Output, long? Cached = null, long? Reasoning = null)
{
    /// <summary>Input and output together; null when neither is known.</summary>
    public long? Total => Input is null && Output is null ? null : (Input ?? 0) + (Output ?? 0);
}
