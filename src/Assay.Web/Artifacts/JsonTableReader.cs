using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Assay.Web.Artifacts;

/// <summary>
/// Reads the first rows of a table as MLflow logs them, <c>{"columns": […], "data": [[…], …]}</c>: also of a file that is longer than what was read of it.
/// </summary>
internal static class JsonTableReader
{
    /// <summary>The table; null when the text is none.</summary>
    public static TabularText? Read(ReadOnlySpan<byte> json, int most, bool isCut)
    {
        List<string>? columns = null;
        var rows = new List<IReadOnlyList<string>>();
        var hasMore = isCut;
        try
        {
            var reader = new Utf8JsonReader(json, isFinalBlock: !isCut, default);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isColumns = reader.ValueTextEquals("columns"u8);
                if (!isColumns && !reader.ValueTextEquals("data"u8))
                {
                    return null;
                }

                if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
                {
                    return null;
                }

                if (isColumns)
                {
                    columns = ReadRow(ref reader);
                }
                else
                {
                    hasMore |= ReadRows(ref reader, rows, most);
                    break;
                }
            }
        }
        catch (Exception none) when (none is JsonException or InvalidOperationException)
        {
            // The second of a name that is half of a letter.
            return null;
        }

        return columns is null ? null : new TabularText(columns, rows, hasMore);
    }

    /// <summary>Reads rows until there are enough; tells whether there are more.</summary>
    private static bool ReadRows(ref Utf8JsonReader reader, List<IReadOnlyList<string>> rows, int most)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            if (rows.Count == most)
            {
                return true;
            }

            if (ReadRow(ref reader) is not { } row)
            {
                return true;
            }

            rows.Add(row);
        }

        return false;
    }

    /// <summary>The values of a row as text; null when the text ends within it.</summary>
    private static List<string>? ReadRow(ref Utf8JsonReader reader)
    {
        var row = new List<string>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return row;
            }

            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                var copy = reader;
                if (!copy.TrySkip())
                {
                    return null;
                }

                using var value = JsonDocument.ParseValue(ref reader);
                row.Add(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value.RootElement)));
            }
            else
            {
                row.Add(reader.TokenType == JsonTokenType.String ? TextOf(ref reader) : Encoding.UTF8.GetString(reader.ValueSpan));
            }
        }

        return null;
    }

    // Bytes and escapes that are no letters are shown as they are written.
    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
