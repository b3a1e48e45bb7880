using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Models;

/// <summary>One recorded call: what was asked, and the answer or the final failure. Its fields are the line's, in their order.</summary>
internal sealed record CassetteLine
{
    public required string Row { get; init; }

    public int Repeat { get; init; }

    /// <summary>Model, messages and parameters, as <see cref="RequestDocument"/> writes them.</summary>
    public required JsonElement Request { get; init; }

    public CassetteAnswer? Answer { get; init; }

    public CassetteError? Error { get; init; }

    /// <summary>The whole call, with its repetitions and waits.</summary>
    public double? LatencyMs { get; init; }

    public int? Attempts { get; init; }

    /// <summary>SHA-256 of the request; null in lines written by hand.</summary>
    public string? Digest { get; init; }
}

/// <summary>A recorded answer.</summary>
internal sealed record CassetteAnswer
{
    public string? Text { get; init; }

    public string? Refusal { get; init; }

    public IReadOnlyList<ToolCall>? ToolCalls { get; init; }

    [JsonConverter(typeof(SnakeCaseEnumConverter<FinishReason>))]
    public FinishReason FinishReason { get; init; } = FinishReason.Stop;

    public IReadOnlyList<string>? FilteredFor { get; init; }

    public TokenUsage? Usage { get; init; }

    public string? Model { get; init; }

    public IReadOnlyList<TokenProbability>? Tokens { get; init; }

    public static CassetteAnswer Of(Answer answer) => new()
    {
        Text = answer.Text,
        Refusal = answer.Refusal,
        ToolCalls = answer.ToolCalls.Count == 0 ? null : answer.ToolCalls,
        FinishReason = answer.FinishReason,
        FilteredFor = answer.FilteredFor.Count == 0 ? null : answer.FilteredFor,
        Usage = answer.Usage,
        Model = answer.Model,
        Tokens = answer.Tokens,
    };

    public Answer ToAnswer() => new()
    {
        Text = Text,
        Refusal = Refusal,
        ToolCalls = ToolCalls ?? [],
        FinishReason = FinishReason,
        FilteredFor = FilteredFor ?? [],
        Usage = Usage,
        Model = Model,
        Tokens = Tokens,
    };
}

/// <summary>A recorded final failure.</summary>
internal sealed record CassetteError
{
    [JsonConverter(typeof(SnakeCaseEnumConverter<ModelFailure>))]
    public required ModelFailure Failure { get; init; }

    public required string Message { get; init; }

    public int? Status { get; init; }

    public double? RetryAfterMs { get; init; }

    public static CassetteError Of(ModelException exception) => new()
    {
        Failure = exception.Failure,
        Message = exception.Message,
        Status = exception.Status,
        RetryAfterMs = exception.RetryAfter?.TotalMilliseconds,
    };

    public ModelException ToException() => new(Failure, Message)
    {
        Status = Status,
        RetryAfter = RetryAfterMs is { } wait ? TimeSpan.FromMilliseconds(wait) : null,
    };
}
