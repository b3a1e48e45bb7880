namespace Assay;

/// <summary>
/// What a model answered: more than text. A refused, filtered or cut answer is kept as it came, but <see cref="WhyNotWhole"/> says why it
/// must not be scored as if it were an answer.
/// </summary>
public sealed record Answer
{
    /// <summary>The text; null when the model gave none (it called tools, refused, or was filtered).</summary>
    public string? Text { get; init; }

    /// <summary>Tools that the model asks for, in its order.</summary>
    public IReadOnlyList<ToolCall> ToolCalls { get; init; } = [];

    /// <summary>Why it stopped.</summary>
    public FinishReason FinishReason { get; init; } = FinishReason.Stop;

    /// <summary>The model's own refusal, when the service reports one apart from the text.</summary>
    public string? Refusal { get; init; }

    /// <summary>
    /// The categories that a content filter named, when it withheld the answer or the prompt: <c>hate</c>, <c>violence</c> …
    /// </summary>
    public IReadOnlyList<string> FilteredFor { get; init; } = [];

    /// <summary>Tokens, as the service counted them.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>The model that answered, as the service names it (<c>gpt-4o-mini-2024-07-18</c>).</summary>
    public string? Model { get; init; }

    /// <summary>The answer's tokens with their log probabilities, when they were asked for and the service gave them; else null.</summary>
    public IReadOnlyList<TokenProbability>? Tokens { get; init; }

    /// <summary>Null for a whole answer; else the reason why its text must not be scored.</summary>
    public string? WhyNotWhole => this switch
    {
        { Refusal: not null } => "the model refused",
        { FinishReason: FinishReason.ContentFilter } => FilteredFor.Count == 0
            ? "the content filter withheld the answer"
            : $"the content filter withheld the answer ({string.Join(", ", FilteredFor)})",
        { FinishReason: FinishReason.Length } => "the answer was cut at the token limit",
        { Text: null, ToolCalls.Count: > 0 } => "the model called tools instead of answering",
        { Text: null } => "there is no answer",
        _ => null,
    };

    /// <summary>The reason why the text must not be scored where answers that were cut are scored as they stand; null when there is none.</summary>
    public string? WhyNotUsable => FinishReason == FinishReason.Length && Refusal is null && Text is { Length: > 0 } ? null : WhyNotWhole;

    /// <summary>A whole answer of plain text.</summary>
    public static Answer FromText(string? text) => new() { Text = text };

    /// <summary>A whole answer of plain text, so that a function that returns a string is a model.</summary>
    public static implicit operator Answer(string? text) => FromText(text);
}
