using System.Security.Cryptography;
using System.Text.Json;
using Assay.Formats;

namespace Assay.Models;

/// <summary>
/// A request as one JSON document that does not depend on the order in which things were given: <c>model</c>, <c>messages</c> (of each its
/// role and content first), <c>parameters</c> by name. Without the row, so that equal questions are equal; secrets among the parameters are
/// stars.
/// </summary>
internal static class RequestDocument
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JsonText.Readable };
    private static readonly string[] First = ["role", "content"];

    public static byte[] Write(string model, ModelRequest request)
    {
        var parameters = new Dictionary<string, JsonElement>();
        if (request.Parameters.Temperature is { } temperature)
        {
            parameters["temperature"] = JsonSerializer.SerializeToElement(temperature, ModelsJson.Default.Double);
        }

        if (request.Parameters.MaxTokens is { } maxTokens)
        {
            parameters["max_tokens"] = JsonSerializer.SerializeToElement(maxTokens, ModelsJson.Default.Int32);
        }

        foreach (var (name, value) in request.Parameters.Extra)
        {
            parameters[name] = value;
        }

        return Write(model, request.Messages, WriteMessage, parameters);
    }

    /// <summary>
    /// The same document from one that was written by hand, in any order. Throws <see cref="JsonException"/> when it is no request.
    /// </summary>
    public static byte[] Write(JsonElement request)
    {
        var model = request.Text("model") ?? throw new JsonException("its request names no model");
        var messages = request.Items("messages").ToList();
        var parameters = request.Field("parameters") is { ValueKind: JsonValueKind.Object } given
            ? given.EnumerateObject().ToDictionary(parameter => parameter.Name, parameter => parameter.Value)
            : [];
        return Write(model, messages, (writer, message) => WriteElement(writer, message, First), parameters);
    }

    /// <summary>SHA-256 of a document, in lower-case hexadecimal.</summary>
    public static string Digest(byte[] document) => Convert.ToHexStringLower(SHA256.HashData(document));

    private static byte[] Write<T>(string model, IReadOnlyList<T> messages, Action<Utf8JsonWriter, T> writeMessage, Dictionary<string, JsonElement> parameters)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            writer.WriteString("model", model);
            writer.WriteStartArray("messages");
            foreach (var message in messages)
            {
                writeMessage(writer, message);
            }

            writer.WriteEndArray();
            writer.WritePropertyName("parameters");
            WriteFields(writer, parameters, [], hideSecrets: true);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteMessage(Utf8JsonWriter writer, Message message)
    {
        if (message.Raw is { } raw)
        {
            WriteElement(writer, raw, First);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("role", message.Role);
        writer.WriteString("content", message.Content is null ? null : MessageText.WellFormed(message.Content));
        writer.WriteEndObject();
    }

    private static void WriteElement(Utf8JsonWriter writer, JsonElement element, string[] first, bool hideSecrets = false)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteFields(writer, element.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, field.Value)), first, hideSecrets);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    WriteElement(writer, item, [], hideSecrets);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static void WriteFields(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, JsonElement>> fields, string[] first, bool hideSecrets)
    {
        writer.WriteStartObject();
        var ordered = fields
            .OrderBy(field => Array.IndexOf(first, field.Key) is >= 0 and var place ? place : first.Length)
            .ThenBy(field => field.Key, StringComparer.Ordinal);
        foreach (var (name, value) in ordered)
        {
            writer.WritePropertyName(name);
            if (hideSecrets && SecretNames.Match(name))
            {
                writer.WriteStringValue(SecretNames.Stars);
            }
            else
            {
                WriteElement(writer, value, [], hideSecrets);
            }
        }

        writer.WriteEndObject();
    }
}
