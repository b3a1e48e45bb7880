using System.Text.Json;

namespace Assay.Models.Local;

/// <summary>How a local model shall answer, read from the fields of a request.</summary>
internal sealed record LocalParameters
{
    private const string Known = "temperature, max_tokens, top_p, seed, stop and logprobs";

    /// <summary>0 for the likeliest token each time.</summary>
    public double Temperature { get; private init; } = 1;

    /// <summary>The share of probability that tokens are drawn from.</summary>
    public double TopP { get; private init; } = 1;

    /// <summary>The same seed gives the same answer; so does none.</summary>
    public long Seed { get; private init; }

    /// <summary>Texts that end the answer, and are no part of it.</summary>
    public IReadOnlyList<string> Stop { get; private init; } = [];

    /// <summary>The most tokens of an answer; null for as many as fit.</summary>
    public int? MaxTokens { get; private init; }

    /// <summary>Whether the answer carries its tokens with their log probabilities.</summary>
    public bool LogProbabilities { get; private init; }

    /// <exception cref="ModelException">A field is unknown, or its value makes no sense.</exception>
    public static LocalParameters Of(string model, CallParameters given)
    {
        var read = new LocalParameters { MaxTokens = given.MaxTokens, Temperature = given.Temperature ?? 1 };
        foreach (var (name, value) in given.Extra)
        {
            try
            {
                read = read.With(model, name, value);
            }
            catch (Exception exception) when (exception is InvalidOperationException or FormatException)
            {
                throw Rejected($"{model}: {name} cannot be {value.GetRawText()}", exception);
            }
        }

        return read switch
        {
            { Temperature: not (>= 0 and <= 100) } => throw Rejected($"{model}: temperature must be 0 or more"),
            { TopP: not (> 0 and <= 1) } => throw Rejected($"{model}: top_p must be more than 0, and 1 at most"),
            { MaxTokens: < 1 } => throw Rejected($"{model}: max_tokens must be 1 or more"),
            _ => read,
        };
    }

    private LocalParameters With(string model, string name, JsonElement value) => name switch
    {
        "temperature" => this with { Temperature = value.GetDouble() },
        "max_tokens" => this with { MaxTokens = value.GetInt32() },
        "top_p" => this with { TopP = value.GetDouble() },
        "seed" => this with { Seed = value.GetInt64() },
        "stop" => this with { Stop = StopsOf(value) },
        "logprobs" => this with { LogProbabilities = value.ValueKind == JsonValueKind.Number || value.GetBoolean() },
        _ => throw Rejected($"{model} knows no parameter '{name}'; it has {Known}"),
    };

    private static List<string> StopsOf(JsonElement value)
    {
        var texts = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(item => item.GetString()) : [value.GetString()];
        return [.. texts.OfType<string>().Where(text => text.Length > 0)];
    }

    private static ModelException Rejected(string message, Exception? exception = null) => new(ModelFailure.Rejected, message, exception);
}
