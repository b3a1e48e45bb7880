using System.Text.Json;
using Assay.Data;

namespace Assay.Retrieval;

/// <summary>The ids of documents, in their order.</summary>
internal static class DocumentIds
{
    private static readonly string[] Names = ["doc_uri", "id", "doc_id", "document_id"];

    /// <summary>
    /// A JSON list, or a text that holds one: of ids, or of objects that name theirs (<c>doc_uri</c>, in <c>metadata</c> too, <c>id</c>,
    /// <c>doc_id</c>, <c>document_id</c>). Null when it is none, or an item names no document. The number 1 and the text "1" differ.
    /// </summary>
    public static IReadOnlyList<string>? Read(FieldValue value)
    {
        if (value.Text?.TrimStart() is not ['[', ..]) return null;
        try
        {
            using var list = JsonDocument.Parse(value.Text);
            var ids = new List<string>(list.RootElement.GetArrayLength());
            foreach (var item in list.RootElement.EnumerateArray())
            {
                if (Id(item) is not { } id) return null;
                ids.Add(id);
            }

            return ids;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The latter is thrown for an id with half a character in it.
            return null;
        }
    }

    private static string? Id(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.Number) return "#" + item.GetRawText();
        if (item.ValueKind == JsonValueKind.String) return "\"" + item.GetString();
        if (item.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in Names)
        {
            if (item.TryGetProperty(name, out var named)) return Id(named);
        }

        return item.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object ? Id(metadata) : null;
    }
}
