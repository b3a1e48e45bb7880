using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Data;
using Assay.Formats;
using Assay.Models;

namespace Assay.Scoring.Scorers;

/// <summary>
/// The lines that are exchanged with a scorer's program: <c>{"id","output","reference","input","context","row"}</c> to it,
/// <c>{"score","reason"}</c> back, with the <c>id</c> when it does not answer in order.
/// </summary>
internal sealed record ExecScoreLine(long? Id, Score Score)
{
    private const int LongestReason = 4000;
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One sample as a line; what it has none of is left out.</summary>
    public static byte[] Question(long id, Sample sample)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", id);
            Write(writer, "output", sample.Output);
            Write(writer, "reference", sample.Reference);
            Write(writer, "input", sample.Input);
            Write(writer, "context", sample.Context);
            if (sample.Row is not null)
            {
                // Parsed, so that line breaks between fields do not break the line.
                writer.WritePropertyName("row");
                JsonElement.Parse(sample.Row.ToJson()).WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>Reads a line: a number or a truth value is a score, null none; null when the line is none of the protocol.</summary>
    public static ExecScoreLine? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            long? id = root.TryGetProperty("id", out var given) && given.ValueKind == JsonValueKind.Number ? given.GetInt64() : null;
            var reason = root.TryGetProperty("reason", out var why) && why.ValueKind == JsonValueKind.String ? OneLine.Of(why.GetString()!, LongestReason) : null;
            return root.GetProperty("score") switch
            {
                { ValueKind: JsonValueKind.Number } score when double.IsFinite(score.GetDouble()) => new(id, new Score(score.GetDouble(), reason)),
                { ValueKind: JsonValueKind.True } => new(id, new Score(1, reason)),
                { ValueKind: JsonValueKind.False } => new(id, new Score(0, reason)),
                { ValueKind: JsonValueKind.Null } => new(id, Score.None(reason ?? "the scorer's program gave no score and no reason")),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, FieldValue value)
    {
        if (value.IsNull) return;
        writer.WritePropertyName(name);
        if (value.IsText) writer.WriteStringValue(MessageText.WellFormed(value.Text!));
        else value.WriteTo(writer);
    }
}
