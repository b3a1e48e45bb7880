using System.Text.Json;
using Assay.Formats;

namespace Assay.Models;

/// <summary>What differs between a request and a recorded one, in words.</summary>
/// <param name="Parts">One for each field that differs: <c>temperature is 0.5, recorded 0</c>.</param>
/// <param name="InCommon">Characters that the messages have in common before they differ.</param>
internal sealed record RequestDifference(IReadOnlyList<string> Parts, int InCommon)
{
    public static RequestDifference Between(JsonElement asked, JsonElement recorded)
    {
        var parts = new List<string>();
        Compare(parts, "model", asked.Text("model"), recorded.Text("model"));
        var common = CompareText(parts, "the system prompt", System(asked), System(recorded));
        common += CompareConversations(parts, Conversation(asked), Conversation(recorded));
        CompareParameters(parts, Parameters(asked), Parameters(recorded));
        return new RequestDifference(parts, common);
    }

    private static int CompareConversations(List<string> parts, List<JsonElement> asked, List<JsonElement> recorded)
    {
        if (asked.Count != recorded.Count)
        {
            parts.Add($"there are {asked.Count} messages, recorded {recorded.Count}");
        }

        var common = 0;
        foreach (var (index, (one, other)) in asked.Zip(recorded).Index())
        {
            var name = asked.Count == 1 ? "the prompt" : $"message {index + 1}";
            Compare(parts, $"the role of {name}", one.Text("role"), other.Text("role"));
            common += CompareText(parts, name, Content(one), Content(other));
        }

        return common;
    }

    private static void CompareParameters(List<string> parts, Dictionary<string, string> asked, Dictionary<string, string> recorded)
    {
        foreach (var name in asked.Keys.Union(recorded.Keys).Order(StringComparer.Ordinal))
        {
            Compare(parts, name, asked.GetValueOrDefault(name), recorded.GetValueOrDefault(name));
        }
    }

    private static void Compare(List<string> parts, string name, string? asked, string? recorded)
    {
        if (asked != recorded)
        {
            parts.Add($"{name} is {(asked is null ? "not set" : OneLine.Of(asked, 60))}, recorded {(recorded is null ? "without" : OneLine.Of(recorded, 60))}");
        }
    }

    private static int CompareText(List<string> parts, string name, string asked, string recorded)
    {
        var at = asked.AsSpan().CommonPrefixLength(recorded);
        if (asked != recorded)
        {
            parts.Add((asked, recorded) switch
            {
                (_, "") => $"{name} is '{Around(asked, 0)}', recorded without",
                ("", _) => $"{name} is empty, recorded '{Around(recorded, 0)}'",
                _ => $"{name} differs from character {at + 1}: '{Around(asked, at)}', recorded '{Around(recorded, at)}'",
            });
        }

        return at;
    }

    private static string Around(string text, int at)
    {
        var from = Math.Max(0, at - 12);
        return (from > 0 ? "…" : "") + OneLine.Of(text[from..], 40);
    }

    private static bool IsSystem(JsonElement message) => message.Text("role") is "system" or "developer";

    private static string System(JsonElement request) => string.Join("\n\n", request.Items("messages").Where(IsSystem).Select(Content));

    private static List<JsonElement> Conversation(JsonElement request) => [.. request.Items("messages").Where(message => !IsSystem(message))];

    // Whatever is not plain text (parts, tool calls) is compared as the JSON that it is.
    private static string Content(JsonElement message) =>
        message.Text("content") is { } text && message.EnumerateObject().Count() == 2 ? text : message.GetRawText();

    private static Dictionary<string, string> Parameters(JsonElement request) =>
        request.Field("parameters")?.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetRawText()) ?? [];
}
