using System.Text.Json;
using System.Text.RegularExpressions;

namespace Assay.Checks;

/// <summary>Keywords about a value by itself: its type, numbers, texts.</summary>
internal static class ValueKeywords
{
    private static readonly string[] Types = ["null", "boolean", "object", "array", "number", "string", "integer"];

    /// <summary>The rule of a keyword; null when it is none of these.</summary>
    public static SchemaRule? Compile(string keyword, JsonElement value, string place) => keyword switch
    {
        "type" => Type(value, place),
        "enum" => OneOf(value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : throw SchemaCompiler.Wrong(place, "is no list"), "is none of the values allowed"),
        "const" => OneOf([value], "is not the value asked for"),
        "minimum" => Number(value, place, (number, limit) => number >= limit, "less than"),
        "maximum" => Number(value, place, (number, limit) => number <= limit, "more than"),
        "exclusiveMinimum" => Number(value, place, (number, limit) => number > limit, "not more than"),
        "exclusiveMaximum" => Number(value, place, (number, limit) => number < limit, "not less than"),
        "multipleOf" => Number(value, place, IsMultiple, "no multiple of"),
        "minLength" => Length(value, place, (length, limit) => length >= limit, "shorter than"),
        "maxLength" => Length(value, place, (length, limit) => length <= limit, "longer than"),
        "pattern" => Pattern(value, place),
        _ => null,
    };

    /// <summary>A count in a schema: a whole number from 0 up.</summary>
    public static int Count(JsonElement value, string place) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= 0 && number <= int.MaxValue && Math.Floor(number) == number
            ? (int)number
            : throw SchemaCompiler.Wrong(place, "is no whole number from 0 up");

    public static Regex Compiled(string pattern, string place)
    {
        try
        {
            return BoundedPattern.Compile(pattern);
        }
        catch (ArgumentException exception)
        {
            throw SchemaCompiler.Wrong(place, $"is no regular expression: {exception.Message}");
        }
    }

    private static SchemaRule Type(JsonElement value, string place)
    {
        string?[] types = value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()],
            JsonValueKind.Array => [.. value.EnumerateArray().Select(type => type.ValueKind == JsonValueKind.String ? type.GetString() : null)],
            _ => [],
        };
        return types.Length > 0 && types.All(Types.Contains)
            ? (instance, at) => types.Any(type => Is(instance, type!)) ? null : at.Fault($"is not of the type {string.Join(" or ", types)}")
            : throw SchemaCompiler.Wrong(place, $"is no type; types are {string.Join(", ", Types)}");
    }

    private static bool Is(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Null => type == "null",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        _ => type == "number" || (type == "integer" && Math.Floor(value.GetDouble()) == value.GetDouble()),
    };

    private static SchemaRule OneOf(JsonElement[] values, string otherwise) =>
        (value, at) => Array.Exists(values, allowed => JsonElement.DeepEquals(allowed, value)) ? null : at.Fault(otherwise);

    private static SchemaRule Number(JsonElement limit, string place, Func<double, double, bool> holds, string otherwise)
    {
        if (limit.ValueKind != JsonValueKind.Number) throw SchemaCompiler.Wrong(place, "is no number");
        var bound = limit.GetDouble();
        return (value, at) => value.ValueKind != JsonValueKind.Number || holds(value.GetDouble(), bound) ? null : at.Fault($"is {otherwise} {limit.GetRawText()}");
    }

    // 0.3 is a multiple of 0.1 though their quotient in binary is not whole.
    private static bool IsMultiple(double number, double of) =>
        Math.Abs(number) < 1e15 && Math.Abs(of) is > 1e-9 and < 1e15 ? (decimal)number % (decimal)of == 0 : Math.IEEERemainder(number, of) == 0;

    private static SchemaRule Length(JsonElement limit, string place, Func<int, int, bool> holds, string otherwise)
    {
        var bound = Count(limit, place);
        return (value, at) => value.ValueKind != JsonValueKind.String || holds(value.GetString()!.EnumerateRunes().Count(), bound)
            ? null : at.Fault($"is {otherwise} {bound} characters");
    }

    private static SchemaRule Pattern(JsonElement pattern, string place)
    {
        var text = pattern.ValueKind == JsonValueKind.String ? pattern.GetString()! : throw SchemaCompiler.Wrong(place, "is no text");
        var regex = Compiled(text, place);
        return (value, at) => value.ValueKind != JsonValueKind.String || regex.IsMatch(value.GetString()!) ? null : at.Fault($"does not match {text}");
    }
}
