using System.Text;
using System.Text.Json;

namespace Assay.Models;

/// <summary>The text of a message, also when its content is a list of parts.</summary>
internal static class MessageText
{
    public static string Of(Message message) =>
        message.Content ?? (message.Raw is { ValueKind: JsonValueKind.Object } raw && raw.TryGetProperty("content", out var content) ? OfContent(content) ?? "" : "");

    /// <summary>The texts of all messages, with a blank line between, for what knows no conversation.</summary>
    public static string OfAll(IEnumerable<Message> messages) => WellFormed(string.Join("\n\n", messages.Select(Of).Where(text => text.Length > 0)));

    /// <summary>The text of a <c>content</c> field: a string, or the text parts of a list; null when there is none.</summary>
    public static string? OfContent(JsonElement content)
    {
        if (content.ValueKind == JsonValueKind.String)
        {
            return content.GetString();
        }

        if (content.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var texts = content.EnumerateArray().Select(part => part.Text("text")).OfType<string>().ToList();
        return texts.Count == 0 ? null : string.Concat(texts);
    }

    /// <summary>The text as UTF-8 can carry it: half a surrogate pair becomes the replacement character.</summary>
    public static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
