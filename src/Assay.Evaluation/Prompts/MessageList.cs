using System.Text.Json;
using Assay.Models;

namespace Assay.Prompts;

/// <summary>
/// Reads a conversation from a field: a list of <c>{"role": …, "content": …}</c>. Content is a text, a list of parts, or missing where an
/// assistant calls tools; what is more than role and text is sent untouched.
/// </summary>
public static class MessageList
{
    private static readonly string[] Roles = ["system", "developer", "user", "assistant", "tool", "function"];

    /// <summary>The messages. Throws <see cref="BadInputException"/> naming the row and what is wrong.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">Its column of messages; a text that holds JSON will do, as CSV has it.</param>
    public static IReadOnlyList<Message> Read(Row row, string column)
    {
        try
        {
            using var document = JsonDocument.Parse(row[column] ?? throw Bad(row, column, "there are none"));
            var list = document.RootElement;
            return list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0
                ? [.. list.EnumerateArray().Select((message, i) => Read(message.Clone(), row, $"{column}[{i}]"))]
                : throw Bad(row, column, "not a list of messages");
        }
        catch (JsonException error)
        {
            throw Bad(row, column, $"not JSON ({Data.Json.JsonFault.Describe(error)})");
        }
        catch (InvalidOperationException)
        {
            throw Bad(row, column, "a text holds half a character (such as \\ud83d without \\ude00)");
        }
    }

    private static Message Read(JsonElement message, Row row, string place)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            throw Bad(row, place, "not an object");
        }

        var role = message.TryGetProperty("role", out var roleValue) && roleValue.ValueKind == JsonValueKind.String
            ? roleValue.GetString()!
            : throw Bad(row, place, "there is no \"role\"");
        if (Array.IndexOf(Roles, role) < 0)
        {
            throw Bad(row, place, $"the role \"{role}\" is none of {string.Join(", ", Roles)}");
        }

        var content = message.TryGetProperty("content", out var value) ? value : default;
        var text = content.ValueKind switch
        {
            JsonValueKind.String => content.GetString(),
            JsonValueKind.Array => PartsText(content, row, place),
            JsonValueKind.Null or JsonValueKind.Undefined when role == "assistant" => null,
            JsonValueKind.Null or JsonValueKind.Undefined => throw Bad(row, place, "there is no \"content\""),
            _ => throw Bad(row, place, "\"content\" is neither a text nor a list of parts"),
        };
        var isPlain = content.ValueKind == JsonValueKind.String && message.EnumerateObject().All(member => member.Name is "role" or "content");
        return new Message(role, text) { Raw = isPlain ? null : message };
    }

    private static string? PartsText(JsonElement parts, Row row, string place)
    {
        var texts = new List<string>();
        foreach (var part in parts.EnumerateArray())
        {
            if (part.ValueKind != JsonValueKind.Object || !part.TryGetProperty("type", out var type))
            {
                throw Bad(row, place, "a part of \"content\" has no \"type\"");
            }

            if (type.ValueEquals("text"u8) && part.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
            {
                texts.Add(text.GetString()!);
            }
        }

        return texts.Count == 0 ? null : string.Join('\n', texts);
    }

    private static BadInputException Bad(Row row, string place, string what) =>
        new($"row {row.Index + 1} (id {row.Id}), {place}: {what}; write [{{\"role\": \"user\", \"content\": \"…\"}}]");
}
