using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Data;

/// <summary>
/// The fields of an object in code. A dictionary has its keys; an anonymous object its properties by name; a typed one its public
/// properties in snake case (<c>GroundTruth</c> is <c>ground_truth</c>) or as <see cref="JsonPropertyNameAttribute"/> names them.
/// </summary>
internal static class ObjectFields
{
    private static readonly ConcurrentDictionary<Type, (string[] Columns, PropertyInfo[] Properties)> Shapes = new();

    private static readonly JsonSerializerOptions Values = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Columns and values; null when it is no object with fields.</summary>
    public static (string[] Columns, FieldValue[] Values)? Read(object? row)
    {
        switch (row)
        {
            case null or IConvertible:
                return null;
            case JsonElement { ValueKind: JsonValueKind.Object } element:
                var members = element.EnumerateObject().ToArray();
                return ([.. members.Select(member => member.Name)], [.. members.Select(member => FieldValue.FromJson(member.Value))]);
            case IDictionary dictionary:
                return (
                    [.. dictionary.Keys.Cast<object>().Select(key => key.ToString()!)],
                    [.. dictionary.Values.Cast<object?>().Select(Value)]);
            case IEnumerable<KeyValuePair<string, object?>> pairs:
                return ([.. pairs.Select(pair => pair.Key)], [.. pairs.Select(pair => Value(pair.Value))]);
            case IEnumerable<KeyValuePair<string, string?>> pairs:
                return ([.. pairs.Select(pair => pair.Key)], [.. pairs.Select(pair => FieldValue.FromText(pair.Value))]);
            case IEnumerable:
                return null;
        }

        var (columns, properties) = Shapes.GetOrAdd(row.GetType(), Shape);
        return properties.Length == 0 ? null : (columns, Array.ConvertAll(properties, property => Value(property.GetValue(row))));
    }

    private static FieldValue Value(object? value) => value switch
    {
        null => FieldValue.Null,
        string text => FieldValue.FromText(text),
        FieldValue field => field,
        JsonElement element => FieldValue.FromJson(element),
        _ => FieldValue.FromJson(JsonSerializer.SerializeToElement(value, value.GetType(), Values)),
    };

    private static (string[] Columns, PropertyInfo[] Properties) Shape(Type type)
    {
        var anonymous = type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && type.Name.Contains("AnonymousType", StringComparison.Ordinal);
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0 && !property.IsDefined(typeof(JsonIgnoreAttribute)))
            .ToArray();
        return ([.. properties.Select(property => Name(property, anonymous))], properties);
    }

    private static string Name(PropertyInfo property, bool asItIs) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
            ?? (asItIs ? property.Name : JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
}
