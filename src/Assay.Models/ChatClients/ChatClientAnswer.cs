using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Assay.Models;

/// <summary>An <see cref="IChatClient"/>'s response as an answer.</summary>
internal static class ChatClientAnswer
{
    // What the OpenAI adapters give as the code of a refusal.
    private const string RefusalCode = "Refusal";
    private static readonly JsonTypeInfo Arguments =
        new JsonSerializerOptions(AIJsonUtilities.DefaultOptions) { WriteIndented = false }.GetTypeInfo(typeof(IDictionary<string, object?>));

    public static Answer Of(ChatResponse response)
    {
        var contents = response.Messages.SelectMany(message => message.Contents).ToList();
        var hasText = contents.OfType<TextContent>().Any();
        return new Answer
        {
            Text = hasText ? response.Text : null,
            Refusal = contents.OfType<ErrorContent>().FirstOrDefault(error => error.ErrorCode == RefusalCode)?.Message,
            ToolCalls = [.. contents.OfType<FunctionCallContent>().Select(call => new ToolCall(call.CallId, call.Name, ArgumentsOf(call)))],
            FinishReason = ReasonOf(response.FinishReason),
            Usage = response.Usage is { } usage
                ? new TokenUsage(usage.InputTokenCount, usage.OutputTokenCount, usage.CachedInputTokenCount, usage.ReasoningTokenCount)
                : null,
            Model = response.ModelId,
        };
    }

    private static FinishReason ReasonOf(ChatFinishReason? reason) => reason?.Value switch
    {
        "stop" => FinishReason.Stop,
        "length" => FinishReason.Length,
        "tool_calls" => FinishReason.ToolCalls,
        "content_filter" => FinishReason.ContentFilter,
        _ => FinishReason.Unknown,
    };

    private static string ArgumentsOf(FunctionCallContent call) =>
        JsonSerializer.Serialize(call.Arguments ?? new Dictionary<string, object?>(), Arguments);
}
