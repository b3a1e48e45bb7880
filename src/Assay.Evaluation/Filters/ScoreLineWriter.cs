using System.Buffers;
using System.Text.Json;
using Assay.Formats;
using Assay.Scoring;

namespace Assay.Filters;

/// <summary>Writes lines with their scores. Everything else of a line goes out byte for byte as it came.</summary>
internal sealed class ScoreLineWriter(ArrayBufferWriter<byte> output, JsonEncodedText[] names) : IDisposable
{
    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions { Encoder = JsonText.Readable, SkipValidation = true });

    /// <summary>The line, with scores and the reasons behind it.</summary>
    public void Write(ReadOnlySpan<byte> line, in LineFields fields, ReadOnlySpan<Score> scores)
    {
        WriteKept(line, fields);
        output.Write(fields.HasMembers ? ",\"scores\":"u8 : "\"scores\":"u8);
        Start();
        var reasons = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            var score = scores[i];
            reasons += ReasonOf(score) is null ? 0 : 1;
            if (score.Value is { } value && double.IsFinite(value))
            {
                _json.WriteNumber(names[i], value);
            }
            else
            {
                _json.WriteNull(names[i]);
            }
        }

        End();
        if (reasons > 0)
        {
            WriteReasons(scores);
        }

        output.Write("}\n"u8);
    }

    /// <summary>An error record in a line's place.</summary>
    public void WriteError(string error, long line)
    {
        Start();
        _json.WriteString("error"u8, error);
        _json.WriteNumber("line"u8, line);
        End();
        output.Write("\n"u8);
    }

    public void Dispose() => _json.Dispose();

    private void WriteKept(ReadOnlySpan<byte> line, in LineFields fields)
    {
        if (fields.Kept is null)
        {
            output.Write(line[..fields.End]);
            return;
        }

        var separator = "{"u8;
        foreach (var member in fields.Kept)
        {
            output.Write(separator);
            output.Write(line[member]);
            separator = ","u8;
        }

        if (fields.Kept.Count == 0)
        {
            output.Write(separator);
        }
    }

    private void WriteReasons(ReadOnlySpan<Score> scores)
    {
        output.Write(",\"reasons\":"u8);
        Start();
        for (var i = 0; i < scores.Length; i++)
        {
            if (ReasonOf(scores[i]) is { } reason)
            {
                _json.WriteString(names[i], reason);
            }
        }

        End();
    }

    private static string? ReasonOf(Score score) => score switch
    {
        { Reason: { Length: > 0 } reason } => reason,
        { Value: { } value } when !double.IsFinite(value) => "the score is not a number",
        _ => null,
    };

    private void Start()
    {
        _json.Reset();
        _json.WriteStartObject();
    }

    private void End()
    {
        _json.WriteEndObject();
        _json.Flush();
    }
}
