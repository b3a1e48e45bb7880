using System.Text;
using System.Text.Json;
using Assay.Data;
using Assay.Data.Json;

namespace Assay.Filters;

/// <summary>
/// Reads what scorers need out of a line of JSON, without looking into other fields. Of a field that is there twice the last counts.
/// </summary>
internal sealed class ScoreLineReader(ScoreFilterOptions options)
{
    private readonly byte[] _prediction = Encoding.UTF8.GetBytes(options.PredictionColumn);
    private readonly byte[] _reference = Encoding.UTF8.GetBytes(options.ReferenceColumn);
    private readonly byte[] _input = Encoding.UTF8.GetBytes(options.InputColumn);
    private readonly byte[] _context = Encoding.UTF8.GetBytes(options.ContextColumn);
    private readonly string _noPrediction = $"there is no field \"{options.PredictionColumn}\"";
    private readonly string _halfCharacter = $"the field \"{options.PredictionColumn}\" holds half a character";
    private readonly string _nullPrediction = $"the field \"{options.PredictionColumn}\" has no value";

    /// <summary>The fields of a line; the answer is what is wrong with it, null when nothing is.</summary>
    public LineFault? TryRead(ReadOnlySpan<byte> line, out LineFields fields)
    {
        fields = default;
        if (line.Length > RowLimit.Bytes)
        {
            return LineFault.TooLong;
        }

        if (Utf8Text.IndexOfInvalid(line) is var place and >= 0)
        {
            return new LineFault($"not UTF-8 (0x{line[place]:X2})", $"byte {place + 1}");
        }

        try
        {
            var reader = new Utf8JsonReader(line);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return new LineFault($"{JsonFault.Kind(reader.TokenType)} where an object is expected");
            }

            Read(ref reader, line, ref fields);
            return null;
        }
        catch (JsonException error)
        {
            return new LineFault($"not valid JSON: {JsonFault.Describe(error)}", $"column {JsonFault.Column(error, line)}");
        }
    }

    private void Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, ref LineFields fields)
    {
        fields.End = (int)reader.BytesConsumed;
        fields.WhyNoPrediction = _noPrediction;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            if (ReadMember(ref reader, line, ref fields))
            {
                var end = (int)reader.BytesConsumed;
                fields.Kept?.Add(start..end);
                fields.Start = fields.HasMembers ? fields.Start : start;
                (fields.End, fields.HasMembers) = (end, true);
            }
            else
            {
                fields.Kept ??= fields.HasMembers ? [fields.Start..fields.End] : [];
            }
        }

        // Throws when something follows the object.
        reader.Read();
    }

    /// <summary>False for a member that is taken out: scores of before.</summary>
    private bool ReadMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (reader.ValueTextEquals(_prediction))
        {
            fields.Prediction = ReadValue(ref reader, line, out var isBroken);
            fields.WhyNoPrediction = !fields.Prediction.IsNull ? null : isBroken ? _halfCharacter : _nullPrediction;
        }
        else if (reader.ValueTextEquals(_reference))
        {
            fields.Reference = ReadValue(ref reader, line, out _);
        }
        else if (reader.ValueTextEquals(_input))
        {
            fields.Input = ReadValue(ref reader, line, out _).Text;
        }
        else if (reader.ValueTextEquals(_context))
        {
            fields.Context = ReadValue(ref reader, line, out _).Text;
        }
        else
        {
            var stays = !reader.ValueTextEquals("scores"u8) && !reader.ValueTextEquals("reasons"u8);
            reader.Read();
            reader.Skip();
            return stays;
        }

        return true;
    }

    /// <summary>A text with half a character in it cannot be scored, but the line is JSON all the same.</summary>
    private static FieldValue ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, out bool isBroken)
    {
        reader.Read();
        var value = reader;
        try
        {
            isBroken = false;
            return JsonFieldReader.Read(ref reader, line);
        }
        catch (HalfCharacterException)
        {
            isBroken = true;
            value.Skip();
            reader = value;
            return FieldValue.Null;
        }
    }
}
