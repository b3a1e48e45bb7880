using System.Buffers;
using System.Text;
using System.Text.Json;
using Assay.Formats;

namespace Assay.Data;

/// <summary>
/// The value of a row's field: nothing, a text, or any other JSON value as it was written but for white space between its tokens.
/// </summary>
public readonly record struct FieldValue
{
    private readonly string? _content;
    private readonly bool _isJson;

    private FieldValue(string? content, bool isJson) => (_content, _isJson) = (content, isJson);

    /// <summary>No value.</summary>
    public static FieldValue Null => default;

    /// <summary>Whether there is no value.</summary>
    public bool IsNull => _content is null;

    /// <summary>Whether it is a text (and not a number, a truth value, a list or an object).</summary>
    public bool IsText => _content is not null && !_isJson;

    /// <summary>The value as text: a text as it is, anything else as its JSON, on one line; null for no value.</summary>
    public string? Text => _content;

    /// <summary>A text; null gives no value.</summary>
    public static FieldValue FromText(string? text) => new(text, false);

    /// <summary>A text is a value.</summary>
    public static implicit operator FieldValue(string? text) => FromText(text);

    /// <summary>A JSON value: a JSON string becomes a text, a JSON null no value.</summary>
    public static FieldValue FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => Null,
        JsonValueKind.String => new(element.GetString(), false),
        _ => new(Compact(element), true),
    };

    /// <summary>Writes the value as JSON.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        if (_content is null)
        {
            writer.WriteNullValue();
        }
        else if (_isJson)
        {
            writer.WriteRawValue(_content, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(_content);
        }
    }

    /// <summary>A number, truth value, list or object that is compact JSON already.</summary>
    internal static FieldValue FromCompactJson(string json) => new(json, true);

    /// <summary>
    /// The JSON without white space between tokens, so that it fits on a line and the same value always has the same digest.
    /// </summary>
    internal static string Compact(JsonElement element)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JsonText.Readable, SkipValidation = true }))
        {
            element.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
