using System.Text.Json;
using Assay.Formats;
using Microsoft.Extensions.AI;

namespace Assay.Models;

/// <summary>
/// A message as an <see cref="IChatClient"/> takes it. Of raw messages, text, images, tool calls and tool results are carried over.
/// </summary>
internal static class ChatClientMessage
{
    public static ChatMessage Of(Message message)
    {
        var role = new ChatRole(message.Role);
        return message.Raw is { } raw
            ? new ChatMessage(role, [.. Contents(raw)]) { RawRepresentation = raw }
            : new ChatMessage(role, message.Content);
    }

    private static IEnumerable<AIContent> Contents(JsonElement raw)
    {
        if (raw.Text("tool_call_id") is { } answeredCall)
        {
            yield return new FunctionResultContent(answeredCall, raw.Field("content") is { } result ? MessageText.OfContent(result) : null);
            yield break;
        }

        if (raw.Text("content") is { } text)
        {
            yield return new TextContent(text);
        }

        foreach (var part in raw.Items("content"))
        {
            yield return Part(part);
        }

        foreach (var call in raw.Items("tool_calls"))
        {
            yield return Call(call);
        }
    }

    private static AIContent Part(JsonElement part)
    {
        if (part.Text("text") is { } text)
        {
            return new TextContent(text);
        }

        var address = part.Field("image_url")?.Text("url") ?? part.Text("image_url");
        return address switch
        {
            null => throw new ModelException(
                ModelFailure.Rejected, $"a message holds a part of type '{OneLine.Of(part.Text("type"), 40)}', which chat clients cannot be given"),
            _ when address.StartsWith("data:", StringComparison.Ordinal) => new DataContent(address),
            _ => new UriContent(address, "image/*"),
        };
    }

    private static FunctionCallContent Call(JsonElement call)
    {
        var function = call.Field("function") ?? call;
        return FunctionCallContent.CreateFromParsedArguments(
            function.Text("arguments") ?? "{}",
            call.Text("id") ?? "",
            function.Text("name") ?? "",
            static text => JsonElement.Parse(text).EnumerateObject().ToDictionary(field => field.Name, field => (object?)field.Value));
    }
}
