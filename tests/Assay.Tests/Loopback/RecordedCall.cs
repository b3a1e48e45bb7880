using System.Text.Json;

namespace Assay.Tests.Loopback;

/// <summary>A request that the server got.</summary>
public sealed record RecordedCall(string Method, string PathAndQuery, IDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>The text of the last message, or the prompt of the legacy protocol.</summary>
    public string Prompt => Json.TryGetProperty("prompt", out var prompt)
        ? prompt.GetString() ?? ""
        : Json.GetProperty("messages").EnumerateArray().Last().GetProperty("content").ToString();
}
