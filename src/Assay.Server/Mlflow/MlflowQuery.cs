using System.Buffers;
using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Assay.Server.Mlflow;

/// <summary>Reads a message from the values of a query.</summary>
internal static class MlflowQuery
{
    public static T Read<T>(IQueryCollection query, JsonTypeInfo<T> type)
        where T : class
    {
        var json = ToJson(query, type);
        try
        {
            return JsonSerializer.Deserialize(json.WrittenSpan, type)!;
        }
        catch (JsonException error)
        {
            throw InvalidMessage.Explain(error, new ReadOnlySequence<byte>(json.WrittenMemory), type);
        }
    }

    /// <summary>The query as a JSON object: a value is text, and those of a list are an array.</summary>
    private static ArrayBufferWriter<byte> ToJson(IQueryCollection query, JsonTypeInfo type)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        foreach (var property in type.Properties)
        {
            if (query.TryGetValue(property.Name, out var values))
            {
                writer.WritePropertyName(property.Name);
                Write(writer, property.PropertyType, values);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer;
    }

    private static void Write(Utf8JsonWriter writer, Type type, StringValues values)
    {
        if (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type))
        {
            writer.WriteStartArray();
            foreach (var value in values)
            {
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
        }
        else if (type == typeof(bool?) && bool.TryParse(values[^1], out var flag))
        {
            writer.WriteBooleanValue(flag);
        }
        else
        {
            writer.WriteStringValue(values[^1]);
        }
    }
}
