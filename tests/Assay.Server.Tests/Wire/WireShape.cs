using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assay.Server.Tests.Wire;

/// <summary>What a program sees of JSON before it looks at values: names and types.</summary>
internal static class WireShape
{
    /// <summary>Where the answer has another shape than what was recorded; empty when nowhere.</summary>
    public static IEnumerable<string> Differences(JsonNode? recorded, JsonNode? actual, string path = "$") => (recorded, actual) switch
    {
        (JsonObject old, JsonObject now) => old.Select(pair => pair.Key).Union(now.Select(pair => pair.Key)).SelectMany(key =>
            !now.ContainsKey(key) ? [$"{path}.{key} is missing"]
            : !old.ContainsKey(key) ? [$"{path}.{key} is new"]
            : Differences(old[key], now[key], $"{path}.{key}")),
        (JsonArray old, JsonArray now) => old.Count != now.Count
            ? [$"{path} has {now.Count} items, not {old.Count}"]
            : old.SelectMany((item, i) => Differences(item, now[i], $"{path}[{i}]")),
        (null, null) => [],
        (null, _) or (_, null) => [$"{path} is null in one of both"],
        _ => Kind(recorded) == Kind(actual) ? [] : [$"{path} is {actual.ToJsonString()}, where {recorded.ToJsonString()} was"],
    };

    private static string Kind(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => "flag",

        // The recorded server wrote infinity as the largest number.
        JsonValueKind.String when (string)node! is "NaN" or "Infinity" or "-Infinity" => "number",
        JsonValueKind.Number => "number",
        var kind => kind.ToString(),
    };
}
