using System.Text.Json;

namespace Assay.Data;

/// <summary>The value of a row's field: nothing, a text, or any other JSON value as it was written.</summary>
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

    /// <summary>The value as text: a text as it is, anything else as its JSON; null for no value.</summary>
    public string? Text => _content;

    /// <summary>A text; null gives no value.</summary>
    public static FieldValue FromText(string? text) => new(text, false);

    /// <summary>A JSON value: a JSON string becomes a text, a JSON null no value.</summary>
    public static FieldValue FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => Null,
        JsonValueKind.String => new(element.GetString(), false),
        _ => new(element.GetRawText(), true),
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
            writer.WriteRawValue(_content);
        }
        else
        {
            writer.WriteStringValue(_content);
        }
    }
}
