using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assay.Tests.Loopback;

/// <summary>What the server does with one request.</summary>
public sealed record ScriptedReply
{
    public int Status { get; init; } = 200;

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string Body { get; init; } = "";

    /// <summary>Waits this long first; <see cref="Timeout.InfiniteTimeSpan"/> until the caller goes away.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Breaks the connection instead of answering; after the body's first half when there is a body.</summary>
    public bool Drop { get; init; }

    /// <summary>Never answers.</summary>
    public static ScriptedReply Silence { get; } = new() { Delay = Timeout.InfiniteTimeSpan };

    /// <summary>Breaks the connection.</summary>
    public static ScriptedReply Dropped { get; } = new() { Drop = true };

    /// <summary>A chat answer, or with <paramref name="legacy"/> one of the completions protocol.</summary>
    public static ScriptedReply Text(string? text, string finishReason = "stop", bool legacy = false)
    {
        var choice = new JsonObject { ["index"] = 0, ["finish_reason"] = finishReason };
        choice.Add(legacy ? KeyValuePair.Create<string, JsonNode?>("text", text)
            : KeyValuePair.Create<string, JsonNode?>("message", new JsonObject { ["role"] = "assistant", ["content"] = text }));
        return Json(new JsonObject
        {
            ["id"] = "cmpl-1",
            ["object"] = legacy ? "text_completion" : "chat.completion",
            ["created"] = 1_700_000_000,
            ["model"] = "loopback-1",
            ["choices"] = new JsonArray(choice),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 10, ["completion_tokens"] = 5, ["total_tokens"] = 15 },
        }.ToJsonString());
    }

    /// <summary>A body as it is, with status 200.</summary>
    public static ScriptedReply Json(string body) => new() { Body = body };

    /// <summary>An error in OpenAI's form.</summary>
    public static ScriptedReply Error(int status, string message, string? code = null, params (string Name, string Value)[] headers) => new()
    {
        Status = status,
        Headers = headers.ToDictionary(header => header.Name, header => header.Value),
        Body = JsonSerializer.Serialize(new { error = new { message, type = "error", param = (string?)null, code } }),
    };
}
