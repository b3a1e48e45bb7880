using System.Text.Json;

namespace Assay.Models;

/// <summary>
/// What the body of a successful call says, of its first choice. Throws <see cref="JsonException"/> when the body is no answer at all.
/// </summary>
internal static class AnswerBody
{
    /// <summary>The answer of <c>chat/completions</c>.</summary>
    public static Answer Chat(JsonElement body)
    {
        var choice = FirstChoice(body);
        var message = choice.Field("message") ?? throw new JsonException("its first choice has no message");
        return Common(body, choice) with
        {
            Text = message.Field("content") is { } content ? MessageText.OfContent(content) : null,
            Refusal = message.Text("refusal") is { Length: > 0 } refusal ? refusal : null,
            ToolCalls = [.. ToolCalls(message)],
            Tokens = AnswerTokens.OfChat(choice),
        };
    }

    /// <summary>The answer of the legacy <c>completions</c>.</summary>
    public static Answer Completion(JsonElement body)
    {
        var choice = FirstChoice(body);
        return Common(body, choice) with { Text = choice.Text("text"), Tokens = AnswerTokens.OfCompletion(choice, choice.Text("text")) };
    }

    private static JsonElement FirstChoice(JsonElement body)
    {
        var first = body.Items("choices").FirstOrDefault();
        return first.ValueKind == JsonValueKind.Object ? first : throw new JsonException("it has no choices");
    }

    private static Answer Common(JsonElement body, JsonElement choice)
    {
        var reason = Reason(choice.Text("finish_reason"));
        return new Answer
        {
            FinishReason = reason,
            FilteredFor = ContentFilter.Categories(choice, reason == FinishReason.ContentFilter ? body.Items("prompt_filter_results") : []),
            Usage = body.Field("usage") is { } usage ? Usage(usage) : null,
            Model = body.Text("model"),
        };
    }

    private static FinishReason Reason(string? name) => name switch
    {
        "stop" => FinishReason.Stop,
        "length" => FinishReason.Length,
        "tool_calls" or "function_call" => FinishReason.ToolCalls,
        "content_filter" => FinishReason.ContentFilter,
        _ => FinishReason.Unknown,
    };

    private static TokenUsage? Usage(JsonElement usage)
    {
        var counted = new TokenUsage(
            usage.Count("prompt_tokens"),
            usage.Count("completion_tokens"),
            usage.Field("prompt_tokens_details")?.Count("cached_tokens"),
            usage.Field("completion_tokens_details")?.Count("reasoning_tokens"));
        return counted == new TokenUsage(null, null) ? null : counted;
    }

    private static IEnumerable<ToolCall> ToolCalls(JsonElement message)
    {
        foreach (var call in message.Items("tool_calls"))
        {
            if ((call.Field("function") ?? call.Field("custom")) is { } function)
            {
                yield return ToolCallOf(call.Text("id"), function);
            }
        }

        // The form before tools.
        if (message.Field("function_call") is { } single)
        {
            yield return ToolCallOf(null, single);
        }
    }

    // Arguments are JSON in a string; some compatible services send the object itself.
    private static ToolCall ToolCallOf(string? id, JsonElement function)
    {
        var arguments = function.Field("arguments") ?? function.Field("input");
        var text = arguments is { ValueKind: JsonValueKind.String } ? arguments.Value.GetString() : arguments?.GetRawText();
        return new ToolCall(id, function.Text("name") ?? "", text ?? "");
    }
}
