using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Assay.Server.Mlflow;

/// <summary>Says what is wrong with a message that cannot be read, in the reference's words.</summary>
internal static class InvalidMessage
{
    private const int LongestShown = 200;
    private static readonly char[] Separators = ['.', '['];

    /// <summary>The refusal of a value: <c>Invalid value "abc" for parameter 'value' supplied: …</c>.</summary>
    public static AssayException Value(string json, string parameter, string why) =>
        new(ErrorCode.InvalidParameterValue, $"Invalid value {json} for parameter '{parameter}' supplied: {why}");

    /// <summary>The same for a value of a wrong type, or outside the limits of its type.</summary>
    public static AssayException Type(string json, string parameter, string type) =>
        Value(json, parameter, $" Hint: Value was of type '{type}'. See the API docs for more information about request parameters.");

    /// <summary>Finds the value at which reading a message ended.</summary>
    public static AssayException Explain(JsonException error, ReadOnlySequence<byte> body, JsonTypeInfo type)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return NotAMessage(type, "is not a JSON object");
            }

            var parameter = (error.Path ?? "$").TrimStart('$').TrimStart('.');
            var value = Find(document.RootElement, parameter);
            return Type(Shorten(value.GetRawText()), parameter, PythonType(value));
        }
        catch (JsonException wrong)
        {
            return NotAMessage(type, string.Create(
                CultureInfo.InvariantCulture, $"is not JSON (line {(wrong.LineNumber ?? 0) + 1}, byte {(wrong.BytePositionInLine ?? 0) + 1})"));
        }
    }

    /// <summary>The reference reads such a body as an empty message, and then misses the first field that must be there.</summary>
    private static AssayException NotAMessage(JsonTypeInfo type, string why)
    {
        var first = type.Properties.Count > 0 ? type.Properties[0].Name : "";
        var missing = first is "run_id" or "experiment_id" or "name" or "model_id"
            ? $"Missing value for required parameter '{first}'. See the API docs for more information about request parameters. "
            : "";
        return new(ErrorCode.InvalidParameterValue, $"{missing}The body {why}.");
    }

    /// <summary>The value at a path such as <c>metrics[3].value</c>, or the last one on the way that there is.</summary>
    private static JsonElement Find(JsonElement element, string path)
    {
        foreach (var part in path.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            JsonElement next;
            if (part.EndsWith(']') && element.ValueKind == JsonValueKind.Array
                && int.TryParse(part.AsSpan(0, part.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < element.GetArrayLength())
            {
                next = element[index];
            }
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(part, out next))
            {
                return element;
            }

            element = next;
        }

        return element;
    }

    private static string PythonType(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "str",
        JsonValueKind.True or JsonValueKind.False => "bool",
        JsonValueKind.Number => value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? "int" : "float",
        JsonValueKind.Array => "list",
        JsonValueKind.Object => "dict",
        _ => "NoneType",
    };

    private static string Shorten(string json) => json.Length <= LongestShown ? json : $"{json.AsSpan(0, LongestShown)}…";
}
