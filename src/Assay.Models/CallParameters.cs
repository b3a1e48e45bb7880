using System.Text.Json;

namespace Assay.Models;

/// <summary>How a model shall answer. What is not set is not sent, so that the service's own default holds.</summary>
public sealed record CallParameters
{
    /// <summary>Randomness, 0 to 2.</summary>
    public double? Temperature { get; init; }

    /// <summary>The most tokens of an answer, sent as <c>max_tokens</c>.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Other fields of the request, sent untouched: <c>seed</c>, <c>max_completion_tokens</c>, <c>reasoning_effort</c> …</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = new Dictionary<string, JsonElement>();
}
