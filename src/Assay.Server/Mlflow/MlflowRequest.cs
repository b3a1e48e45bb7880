using System.Buffers;
using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Assay.Server.Mlflow;

/// <summary>Reads a message: from the JSON body, or from the query's values when there is no body.</summary>
internal static class MlflowRequest
{
    public static async ValueTask<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        var request = context.Request;
        try
        {
            return (HttpMethods.IsGet(request.Method)
                ? JsonSerializer.Deserialize(FromQuery(request.Query, type), type)
                : await JsonSerializer.DeserializeAsync(request.Body, type, context.RequestAborted).ConfigureAwait(false))
                ?? throw new JsonException("The message is null.");
        }
        catch (JsonException error)
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue,
                $"Invalid value for parameter '{error.Path?.TrimStart('$').TrimStart('.')}' supplied: {error.Message}", error);
        }
    }

    /// <summary>The query as a JSON object: a value is text, and those of a list are an array.</summary>
    private static ReadOnlySpan<byte> FromQuery<T>(IQueryCollection query, JsonTypeInfo<T> type)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        foreach (var property in type.Properties)
        {
            if (!query.TryGetValue(property.Name, out var values))
            {
                continue;
            }

            writer.WritePropertyName(property.Name);
            if (property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
            {
                writer.WriteStartArray();
                foreach (var value in values)
                {
                    writer.WriteStringValue(value);
                }

                writer.WriteEndArray();
            }
            else
            {
                writer.WriteStringValue(values[^1]);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan;
    }
}
