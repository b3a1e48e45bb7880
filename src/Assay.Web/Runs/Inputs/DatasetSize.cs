using System.Text.Json;
using Assay.Web.Components;
using Assay.Web.Visits;

namespace Assay.Web.Runs.Inputs;

/// <summary>How large a data set is, in words, out of the profile that was logged.</summary>
internal static class DatasetSize
{
    private const int MostParts = 20;

    /// <summary>The parts of what is said; text that is no JSON object is the only one.</summary>
    public static IReadOnlyList<string> Of(Visit visit, string profile) =>
        LoggedJson.Parse(profile) is { ValueKind: JsonValueKind.Object } json
            ? [.. LoggedJson.Fields(json).Take(MostParts).Select(field => Part(visit, field.Name, field.Value))]
            : [profile];

    private static string Part(Visit visit, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) && count >= 0)
        {
            return name switch
            {
                "num_rows" => visit.T.Count("run.size_rows", count, visit.Notation.Count(count)),
                "num_elements" => visit.T.Count("run.size_elements", count, visit.Notation.Count(count)),
                "approx_count" => visit.T.Count("run.size_about", count, visit.Notation.Count(count)),
                _ when name.EndsWith("bytes", StringComparison.Ordinal) || name == "dataset_size" => $"{name} {ByteText.Of(visit.Language, count)}",
                _ => $"{name} {visit.Notation.Count(count)}",
            };
        }

        return $"{name} {(IsShape(value) ? string.Join(" × ", LoggedJson.Items(value).Select(LoggedJson.Text)) : LoggedJson.Text(value))}";
    }

    private static bool IsShape(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number);
}
