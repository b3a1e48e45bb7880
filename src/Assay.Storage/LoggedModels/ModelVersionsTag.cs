using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Storage.Sql;
using Assay.Tracking;

namespace Assay.Storage.LoggedModels;

/// <summary>The note on a logged model in which MLflow keeps the versions that were registered of it: <c>[{"name": "n", "version": 1}]</c>.</summary>
internal static class ModelVersionsTag
{
    private const string Key = "mlflow.modelVersions";

    /// <summary>Adds a version to the list of a model that is locked for this write.</summary>
    public static async Task AddAsync(SqlSession session, long model, string name, int version)
    {
        var old = await session.FirstAsync(
            "SELECT value FROM logged_model_tags WHERE logged_model_key = $1 AND key = $2", row => row.Text(0), model, Key).ConfigureAwait(false);
        var versions = Parse(old);
        versions.Add((JsonNode)new JsonObject { ["name"] = name, ["version"] = version });
        await TagTable.OfLoggedModels.SetAsync(session, model, [new Tag(Key, versions.ToJsonString())]).ConfigureAwait(false);
    }

    /// <summary>People may write on it too: what is no list is replaced.</summary>
    private static JsonArray Parse(string? text)
    {
        try
        {
            return text is null ? [] : JsonNode.Parse(text) as JsonArray ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
