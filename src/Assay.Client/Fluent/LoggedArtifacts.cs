using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Tracking;

namespace Assay.Client;

/// <summary>The tag in which MLflow lists the files of a run that are more than files: <c>[{"path": "t.json", "type": "table"}]</c>.</summary>
internal static class LoggedArtifacts
{
    public const string Tag = "mlflow.loggedArtifacts";

    /// <summary>What the run had listed before, with what was added.</summary>
    public static string Merge(IReadOnlyList<Tag> tags, IReadOnlyDictionary<string, string> added)
    {
        var list = Parse(tags.FirstOrDefault(tag => tag.Key == Tag)?.Value);
        foreach (var (path, type) in added)
        {
            if (!list.OfType<JsonObject>().Any(entry => (string?)entry["path"] == path))
            {
                list.Add(new JsonObject { ["path"] = path, ["type"] = type });
            }
        }

        return list.ToJsonString();
    }

    private static JsonArray Parse(string? json)
    {
        try
        {
            return json is null ? [] : JsonNode.Parse(json) as JsonArray ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
