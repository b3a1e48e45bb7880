using System.Text.Json;
using Assay.Formats;

namespace Assay.Models;

/// <summary>The JSON body of a call. Written by hand, so that extra fields and raw messages travel untouched.</summary>
internal static class RequestBody
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JsonText.Readable };

    /// <summary>The body of <c>chat/completions</c>.</summary>
    public static byte[] Chat(string model, ModelRequest request) => Write(model, request.Parameters, writer =>
    {
        writer.WriteStartArray("messages");
        foreach (var message in request.Messages)
        {
            WriteMessage(writer, message);
        }

        writer.WriteEndArray();
    });

    /// <summary>
    /// The body of the legacy <c>completions</c>: the texts of all messages, the system's first, with a blank line between.
    /// </summary>
    public static byte[] Completion(string model, ModelRequest request) => Write(model, Legacy(request.Parameters), writer =>
        writer.WriteString("prompt", MessageText.OfAll(request.Messages)));

    // There logprobs is a number, of alternatives to list; one is the least that every service takes.
    private static CallParameters Legacy(CallParameters parameters)
    {
        if (!parameters.Extra.TryGetValue(CallParameters.LogProbabilities, out var asked) || asked.ValueKind != JsonValueKind.True)
        {
            return parameters;
        }

        var extra = parameters.Extra.ToDictionary();
        extra[CallParameters.LogProbabilities] = JsonSerializer.SerializeToElement(1, ModelsJson.Default.Int32);
        return parameters with { Extra = extra };
    }

    private static byte[] Write(string model, CallParameters parameters, Action<Utf8JsonWriter> writeQuestion)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            WriteUnlessExtra(parameters, "model", () => writer.WriteString("model", model));
            writeQuestion(writer);
            if (parameters.Temperature is { } temperature)
            {
                WriteUnlessExtra(parameters, "temperature", () => writer.WriteNumber("temperature", temperature));
            }

            if (parameters.MaxTokens is { } maxTokens)
            {
                WriteUnlessExtra(parameters, "max_tokens", () => writer.WriteNumber("max_tokens", maxTokens));
            }

            foreach (var (name, value) in parameters.Extra)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(value.GetRawText());
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    // A field that is given both ways must not stand twice in the body; the explicit one is meant.
    private static void WriteUnlessExtra(CallParameters parameters, string name, Action write)
    {
        if (!parameters.Extra.ContainsKey(name))
        {
            write();
        }
    }

    private static void WriteMessage(Utf8JsonWriter writer, Message message)
    {
        if (message.Raw is { } raw)
        {
            writer.WriteRawValue(raw.GetRawText());
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("role", message.Role);
        writer.WriteString("content", message.Content is null ? null : MessageText.WellFormed(message.Content));
        writer.WriteEndObject();
    }
}
