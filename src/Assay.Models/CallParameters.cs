using System.Text.Json;

namespace Assay.Models;

/// <summary>How a model shall answer. What is not set is not sent, so that the service's own default holds.</summary>
public sealed record CallParameters
{
    /// <summary>The field of <see cref="Extra"/> that asks for an answer's log probabilities.</summary>
    internal const string LogProbabilities = "logprobs";

    /// <summary>Randomness, 0 to 2.</summary>
    public double? Temperature { get; init; }

    /// <summary>The most tokens of an answer, sent as <c>max_tokens</c>.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Other fields of the request, sent untouched: <c>seed</c>, <c>max_completion_tokens</c>, <c>reasoning_effort</c> …</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The same, asking for the log probabilities of the answer's tokens too, unless the user has said something about them.</summary>
    public CallParameters WithLogProbabilities() => Extra.ContainsKey(LogProbabilities) ? this : this with
    {
        Extra = new Dictionary<string, JsonElement>(Extra) { [LogProbabilities] = JsonElement.Parse("true") },
    };
}
