using System.Text.Json;
using Assay.Data;

namespace Assay.Labels;

/// <summary>The JSON of an answer: the whole of it, or the object in it when the model wrapped it in prose or a code fence.</summary>
internal static class JsonAnswer
{
    public const string NotJson = "the answer holds no JSON object";

    /// <summary>A field of the answer's object, by its path of names and dots; the reason when there is none.</summary>
    public static (FieldValue Value, string? Reason) Field(FieldValue answer, string path)
    {
        using var document = Parse(answer.Text!);
        if (document is null) return (FieldValue.Null, NotJson);
        try
        {
            return Find(document.RootElement, path);
        }
        catch (InvalidOperationException)
        {
            return (FieldValue.Null, "the answer's JSON holds half a character");
        }
    }

    private static (FieldValue Value, string? Reason) Find(JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return (FieldValue.Null, $"the answer's JSON has no field '{path}'");
        }

        var value = FieldValue.FromJson(element);
        return value.IsNull ? (value, $"the field '{path}' of the answer's JSON has no value") : (value, null);
    }

    private static JsonDocument? Parse(string text)
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (start < 0 || end < start) return null;
        try
        {
            return JsonDocument.Parse(text.AsMemory(start, end + 1 - start));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
