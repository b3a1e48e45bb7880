using System.Buffers;
using System.Text;
using System.Text.Json;
using Assay.Data;
using Assay.Formats;

namespace Assay;

/// <summary>One row of a data set: named values in the order they were written.</summary>
public sealed class Row
{
    private readonly string[] _columns;
    private readonly FieldValue[] _values;
    private string? _json;

    /// <summary>
    /// A row of columns and their values; both of the same length. The arrays are not copied: rows of one file share their columns.
    /// </summary>
    public Row(long index, string id, string digest, string[] columns, FieldValue[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, columns.Length);
        (Index, Id, Digest, _columns, _values) = (index, id, digest, columns, values);
    }

    /// <summary>Its place in the data set, from 0.</summary>
    public long Index { get; }

    /// <summary>The value of the id column, else the content digest and its occurrence.</summary>
    public string Id { get; }

    /// <summary>The digest of the fields, 32 hexadecimal digits.</summary>
    public string Digest { get; }

    /// <summary>The names of its fields.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>The values, in the columns' order.</summary>
    public IReadOnlyList<FieldValue> Values => _values;

    /// <summary>The text of a field; null when the row has no such field or it has no value.</summary>
    public string? this[string column] => Value(column).Text;

    /// <summary>The value of a field; no value when the row has no such field.</summary>
    public FieldValue Value(string column)
    {
        var place = Array.IndexOf(_columns, column);
        return place < 0 ? FieldValue.Null : _values[place];
    }

    /// <summary>The fields as a JSON object.</summary>
    public string ToJson() => _json ??= Serialize();

    private string Serialize()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JsonText.Readable, SkipValidation = true }))
        {
            writer.WriteStartObject();
            for (var i = 0; i < _columns.Length; i++)
            {
                writer.WritePropertyName(_columns[i]);
                _values[i].WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
