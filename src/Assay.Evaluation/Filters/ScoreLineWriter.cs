using System.Buffers;
using System.Text.Json;
using Assay.Formats;
using Assay.Scoring;

namespace Assay.Filters;

/// <summary>Writes lines with their scores. Everything else of a line goes out byte for byte as it came.</summary>
internal sealed class ScoreLineWriter(ArrayBufferWriter<byte> output, LineScorer scorer) : IDisposable
{
    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions { Encoder = JsonText.Readable, SkipValidation = true });

    /// <summary>The line, with scores and the reasons behind it.</summary>
    public void Write(ReadOnlySpan<byte> line, in LineFields fields, ReadOnlySpan<Score> scores)
    {
        WriteKept(line, fields);
        output.Write(fields.HasMembers ? ",\"scores\":"u8 : "\"scores\":"u8);
        _json.Reset();
        scorer.WriteScores(_json, scores);
        _json.Flush();
        if (LineScorer.HasReason(scores))
        {
            output.Write(",\"reasons\":"u8);
            _json.Reset();
            scorer.WriteReasons(_json, scores);
            _json.Flush();
        }

        output.Write("}\n"u8);
    }

    /// <summary>An error record in a line's place.</summary>
    public void WriteError(string error, long line)
    {
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("error"u8, error);
        _json.WriteNumber("line"u8, line);
        _json.WriteEndObject();
        _json.Flush();
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
}
