using System.Globalization;
using System.Text.Json;
using Assay.Formats;

namespace Assay.Client;

/// <summary>A table in the shape of MLflow's <c>log_table</c>: columns by name, rows by place.</summary>
internal static class TableFile
{
    public static void Write(Stream target, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var json = new Utf8JsonWriter(target, new JsonWriterOptions { Encoder = JsonText.Readable });
        json.WriteStartObject();
        json.WriteStartArray("columns");
        foreach (var column in columns)
        {
            json.WriteStringValue(column);
        }

        json.WriteEndArray();
        json.WriteStartArray("data");
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            if (row.Count != columns.Count)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Row {number} has {row.Count} values, and there are {columns.Count} columns."), nameof(rows));
            }

            json.WriteStartArray();
            foreach (var value in row)
            {
                WriteValue(json, value);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case double or float:
                json.WriteFigure(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case long or int or short or byte or uint or ushort or sbyte:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
