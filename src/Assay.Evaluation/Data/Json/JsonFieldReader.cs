using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Assay.Data.Json;

/// <summary>Reads the value at a JSON reader as a field: a text, nothing, or compact JSON.</summary>
internal static class JsonFieldReader
{
    private static readonly SearchValues<byte> ToRewrite = SearchValues.Create(" \t\r\n\\"u8);

    /// <summary>
    /// The reader stands at the value's first token, and at its last one afterwards. Throws <see cref="HalfCharacterException"/>.
    /// </summary>
    public static FieldValue Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return FieldValue.Null;
            case JsonTokenType.String:
                return FieldValue.FromText(Text(ref reader));
            case JsonTokenType.True:
                return FieldValue.FromCompactJson("true");
            case JsonTokenType.False:
                return FieldValue.FromCompactJson("false");
            default:
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                return FieldValue.FromCompactJson(Compact(bytes[start..(int)reader.BytesConsumed]));
        }
    }

    /// <summary>The text of a string or a property's name.</summary>
    public static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw new HalfCharacterException(error);
        }
    }

    private static string Compact(ReadOnlySpan<byte> json)
    {
        if (!json.ContainsAny(ToRewrite))
        {
            return Encoding.UTF8.GetString(json);
        }

        var reader = new Utf8JsonReader(json);
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return FieldValue.Compact(document.RootElement);
        }
        catch (InvalidOperationException error)
        {
            throw new HalfCharacterException(error);
        }
    }
}
