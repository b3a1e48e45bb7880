using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Assay.Models;

/// <summary>
/// The lines that are exchanged with a program: <c>{"id","prompt","row":{…}}</c> to it, <c>{"id","output"}</c> or <c>{"id","error"}</c>
/// back.
/// </summary>
/// <param name="Id">The call's id.</param>
/// <param name="Answer">The answer; null when the program reports an error.</param>
/// <param name="Error">The program's error, or what is wrong with its line; null with an answer.</param>
internal sealed record ExecLine(string Id, Answer? Answer, string? Error)
{
    // Escapes U+2028 and its like too: some languages' readers take them for the end of a line.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One call as a line. Messages and parameters are there only when there is more than a prompt.</summary>
    public static byte[] Question(string id, ModelRequest request)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            writer.WriteStartObject();
            writer.WriteString("id", MessageText.WellFormed(id));
            writer.WriteString("prompt", MessageText.WellFormed(PromptOf(request)));
            writer.WritePropertyName("row");
            // Parsed, so that line breaks between fields do not break the line.
            JsonElement.Parse(request.RowFields ?? "{}").WriteTo(writer);
            WriteRest(writer, request);
            writer.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>Reads a line of the program. Throws <see cref="JsonException"/> when it is not one of the protocol.</summary>
    public static ExecLine Parse(ReadOnlySequence<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var id = root.Field("id") is { ValueKind: JsonValueKind.String or JsonValueKind.Number } given ? TextOf(given)! : throw new JsonException("it has no \"id\"");
        if (root.Field("error") is { } error)
        {
            return new ExecLine(id, null, TextOf(error));
        }

        return root.TryGetProperty("output", out var output)
            ? new ExecLine(id, new Answer { Text = TextOf(output) }, null)
            : new ExecLine(id, null, "the program's line has neither \"output\" nor \"error\"");
    }

    private static string PromptOf(ModelRequest request) =>
        request.Messages.LastOrDefault(message => message.Role == "user") is { } message ? MessageText.Of(message) : "";

    private static void WriteRest(Utf8JsonWriter writer, ModelRequest request)
    {
        using var document = JsonDocument.Parse(RequestDocument.Write("", request));
        if (request.Messages is not [{ Role: "user", Raw: null }])
        {
            writer.WritePropertyName("messages");
            document.RootElement.GetProperty("messages").WriteTo(writer);
        }

        var parameters = document.RootElement.GetProperty("parameters");
        if (parameters.EnumerateObject().Any())
        {
            writer.WritePropertyName("parameters");
            parameters.WriteTo(writer);
        }
    }

    // An output that is no string is given as the JSON that it is.
    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
