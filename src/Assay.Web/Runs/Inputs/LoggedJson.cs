using System.Text.Json;
using Assay.Reports.Rows;

namespace Assay.Web.Runs.Inputs;

/// <summary>JSON that some program logged: read as far as it is what one expects, and nothing otherwise.</summary>
internal static class LoggedJson
{
    /// <summary>The value of the text; null when it is no JSON.</summary>
    public static JsonElement? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A field of an object; null when there is none, or it is null.</summary>
    public static JsonElement? Field(JsonElement value, string name)
    {
        try
        {
            return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null ? field : null;
        }
        catch (InvalidOperationException)
        {
            // One of the names is half a surrogate pair.
            return null;
        }
    }

    /// <summary>The fields of an object that hold something, with their names.</summary>
    public static IEnumerable<(string Name, JsonElement Value)> Fields(JsonElement value) => value.ValueKind != JsonValueKind.Object ? []
        : value.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null).Select(field => (FieldName.Of(field), field.Value));

    /// <summary>The items of a list.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>A text as it reads, anything else as it is written; half a surrogate pair, which no string can be made of, too.</summary>
    public static string Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }
}
