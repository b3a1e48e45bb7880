using System.Text.Json;
using Assay.Data;
using Assay.Data.Json;
using Assay.Formats;

namespace Assay.Server.Scoring;

/// <summary>
/// A request for scores: <c>{"scorers": ["exact_match", …], "rows": [{"prediction": …}, …]}</c>. Rows are found, not read: each goes to the
/// reader of <c>assay score</c> as the bytes that it came in.
/// </summary>
/// <param name="Scorers">Specifications, as after <c>--scorer</c>.</param>
/// <param name="Rows">Where in the body each row's object lies.</param>
internal sealed record ScoreRequest(IReadOnlyList<string> Scorers, IReadOnlyList<Range> Rows)
{
    public static ScoreRequest Read(ReadOnlySpan<byte> body)
    {
        if (Utf8Text.IndexOfInvalid(body) is var place and >= 0)
        {
            throw Refused($"The body is not UTF-8 (0x{body[place]:X2} at byte {place + 1}).");
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            return Read(ref reader);
        }
        catch (JsonException error)
        {
            throw Refused(
                $"The body is not valid JSON: {JsonFault.Describe(error)} (line {(error.LineNumber ?? 0) + 1}, column {JsonFault.Column(error, body)}).");
        }
    }

    private static ScoreRequest Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Refused($"The body is {JsonFault.Kind(reader.TokenType)}; it must be an object with \"scorers\" and \"rows\".");
        }

        List<string>? scorers = null;
        List<Range>? rows = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("scorers"u8))
            {
                scorers = ReadScorers(ref reader);
            }
            else if (reader.ValueTextEquals("rows"u8))
            {
                rows = ReadRows(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        // Throws when something follows the object.
        reader.Read();
        return scorers is not { Count: > 0 }
            ? throw Refused($"scorers: missing; known are {string.Join(", ", Assay.Scorers.Names)}")
            : new(scorers, rows ?? throw Refused("rows: missing; a list of objects with \"prediction\", and \"reference\" where a scorer compares"));
    }

    private static List<string> ReadScorers(ref Utf8JsonReader reader)
    {
        var scorers = new List<string>();
        for (Begin(ref reader, "scorers"); reader.Read() && reader.TokenType != JsonTokenType.EndArray;)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                throw Refused($"scorers[{scorers.Count}]: {JsonFault.Kind(reader.TokenType)} where a scorer's name is expected");
            }

            if (scorers.Count == ScoreLimits.Scorers)
            {
                throw Refused($"scorers: more than {ScoreLimits.Scorers}");
            }

            scorers.Add(Text(ref reader, scorers.Count));
        }

        return scorers;
    }

    private static List<Range> ReadRows(ref Utf8JsonReader reader)
    {
        var rows = new List<Range>();
        for (Begin(ref reader, "rows"); reader.Read() && reader.TokenType != JsonTokenType.EndArray;)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw Refused($"rows[{rows.Count}]: {JsonFault.Kind(reader.TokenType)} where an object is expected");
            }

            if (rows.Count == ScoreLimits.Rows)
            {
                throw Refused($"rows: more than {ScoreLimits.Rows}; send them in several requests");
            }

            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            rows.Add(start..(int)reader.BytesConsumed);
        }

        return rows;
    }

    private static void Begin(ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Refused($"{name}: {JsonFault.Kind(reader.TokenType)} where a list is expected");
        }
    }

    private static string Text(ref Utf8JsonReader reader, int index)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Refused($"scorers[{index}]: holds half a character");
        }
    }

    private static AssayException Refused(string message) => new(ErrorCode.InvalidParameterValue, OneLine.Of(message, ScoreLimits.Message));
}
