using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Formats;
using Assay.Tracking;

namespace Assay.Data;

/// <summary>A data set as a run logs it: as MLflow describes its own, and how its rows were chosen.</summary>
internal static class DatasetDescription
{
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JsonText.Readable };

    public static DatasetReference Of(Dataset dataset, DatasetProfile profile) => new(
        dataset.Name,
        profile.Digest,
        dataset.SourceType,
        dataset.SourceJson,
        profile.SchemaJson,
        string.Create(CultureInfo.InvariantCulture, $"{{\"num_rows\": {profile.Rows}, \"num_elements\": {profile.Rows * profile.Columns.Count}}}"));

    /// <summary>The origin, with the steps behind it when there are any.</summary>
    public static string Source(JsonObject origin, IReadOnlyList<DatasetStep> steps)
    {
        if (steps.Count > 0)
        {
            origin["steps"] = new JsonArray([.. steps.Select(Step)]);
        }

        return origin.ToJsonString(Readable);
    }

    /// <summary>The steps as settings of a run: <c>data_sample</c>, <c>data_seed</c>; a step that is done again follows the first behind a semicolon.</summary>
    public static IEnumerable<Param> Settings(IReadOnlyList<DatasetStep> steps) =>
        from setting in steps.SelectMany(step => step.Settings)
        group setting.Value by setting.Key into same
        select new Param($"data_{same.Key}", string.Join("; ", same));

    private static JsonObject Step(DatasetStep step) =>
        new(step.Settings.Select(setting => KeyValuePair.Create<string, JsonNode?>(setting.Key, setting.Value)));
}
