using System.Text.Json;
using Assay.Formats;

namespace Assay.Models.Embeddings;

/// <summary>What is sent to <c>/v1/embeddings</c>, and what comes back.</summary>
internal static class EmbeddingBody
{
    public static byte[] Write(string model, IReadOnlyList<string> texts, int? dimensions)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JsonText.Readable }))
        {
            writer.WriteStartObject();
            writer.WriteString("model", model);
            writer.WriteStartArray("input");
            foreach (var text in texts) writer.WriteStringValue(text);
            writer.WriteEndArray();
            if (dimensions is { } length)
            {
                writer.WriteNumber("dimensions", length);
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>The vectors in the order of their texts, which <c>index</c> says. Throws <see cref="JsonException"/> when one is missing.</summary>
    public static ReadOnlyMemory<float>[] Read(JsonElement body, int count)
    {
        var vectors = new ReadOnlyMemory<float>[count];
        var place = 0;
        foreach (var item in body.Items("data"))
        {
            var index = item.Count("index") ?? place;
            if (index < 0 || index >= count || !vectors[index].IsEmpty)
            {
                throw new JsonException($"its item {place} is of no text that was sent");
            }

            vectors[index] = item.Items("embedding").Select(number => number.GetSingle()).ToArray();
            place++;
        }

        var missing = Array.FindIndex(vectors, vector => vector.IsEmpty);
        return missing < 0 ? vectors : throw new JsonException($"it has no embedding of text {missing + 1} of {count}");
    }
}
