using System.Text.Json;

namespace Assay.Data.Json;

/// <summary>
/// Turns the bytes of one JSON object, or of a table's list, into a row. Rows with the columns of the one before share its array.
/// </summary>
internal sealed class JsonRowParser(string source)
{
    private string[] _columns = [];
    private FieldValue[] _values = new FieldValue[16];
    private string[] _names = new string[16];

    private delegate RawRow Parse(ReadOnlySpan<byte> bytes, TextPlace place);

    /// <summary>A row from the bytes of an object; messages name the place where they begin.</summary>
    public RawRow ParseObject(ReadOnlySpan<byte> bytes, TextPlace place) => Guard(ReadObject, bytes, place);

    /// <summary>A row from the bytes of a list in a table: a value for each column.</summary>
    public RawRow ParseList(ReadOnlySpan<byte> bytes, TextPlace place, string[] columns) =>
        Guard((list, start) => ReadList(list, start, columns), bytes, place);

    /// <summary>The error for JSON that does not parse.</summary>
    public BadInputException Broken(JsonException error, ReadOnlySpan<byte> bytes, TextPlace place)
    {
        var lines = error.LineNumber ?? 0;
        var column = JsonFault.Column(error, bytes) + (lines == 0 ? place.Column - 1 : 0);
        return new BadInputException(
            $"{source}, line {place.Line + lines}, column {column}: not valid JSON: {JsonFault.Describe(error)}; correct it", error);
    }

    /// <summary>An error at a place.</summary>
    public BadInputException Bad(TextPlace place, string what, Exception? cause = null) => new($"{source}, line {place.Line}: {what}", cause);

    private RawRow Guard(Parse parse, ReadOnlySpan<byte> bytes, TextPlace place)
    {
        if (Utf8Text.IndexOfInvalid(bytes) is var invalid and >= 0)
        {
            var at = place.After(bytes[..invalid]);
            throw new BadInputException(
                $"{source}, line {at.Line}, byte {at.Byte}: not UTF-8 (0x{bytes[invalid]:X2}); save the file as UTF-8");
        }

        try
        {
            return parse(bytes, place);
        }
        catch (JsonException error)
        {
            throw Broken(error, bytes, place);
        }
        catch (HalfCharacterException error)
        {
            throw Bad(place, $"{error.Message}; write whole characters", error);
        }
    }

    private RawRow ReadObject(ReadOnlySpan<byte> bytes, TextPlace place)
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Bad(place, $"{JsonFault.Kind(reader.TokenType)} where an object is expected; write each row as {{\"column\": value, …}}");
        }

        var count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            AddField(ref reader, bytes, count++);
        }

        // Throws when something follows the object.
        reader.Read();
        if (!_names.AsSpan(0, count).SequenceEqual(_columns))
        {
            _columns = Distinct(_names[..count], place);
        }

        return new RawRow(place.Line, _columns, _values[..count]);
    }

    private RawRow ReadList(ReadOnlySpan<byte> bytes, TextPlace place, string[] columns)
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Bad(place, $"{JsonFault.Kind(reader.TokenType)} where a list is expected; write each row of \"data\" as a list of values");
        }

        var values = new FieldValue[columns.Length];
        var count = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
        {
            var value = JsonFieldReader.Read(ref reader, bytes);
            if (count < values.Length)
            {
                values[count] = value;
            }
        }

        return count == columns.Length
            ? new RawRow(place.Line, columns, values)
            : throw Bad(place, $"{Counted.Of(count, "value")} for {Counted.Of(columns.Length, "column")}; write a value for each, null for none");
    }

    private void AddField(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, int count)
    {
        if (count == _names.Length)
        {
            Array.Resize(ref _names, count * 2);
            Array.Resize(ref _values, count * 2);
        }

        var expected = count < _columns.Length && reader.ValueTextEquals(_columns[count]);
        _names[count] = expected ? _columns[count] : JsonFieldReader.Text(ref reader);
        reader.Read();
        _values[count] = JsonFieldReader.Read(ref reader, bytes);
    }

    private string[] Distinct(string[] names, TextPlace place)
    {
        var seen = new HashSet<string>(names.Length);
        foreach (var name in names)
        {
            if (!seen.Add(name))
            {
                throw Bad(place, $"the field \"{name}\" is there twice; keep one");
            }
        }

        return names;
    }
}
