using System.Text.Json;
using System.Text.RegularExpressions;

namespace Assay.Checks;

/// <summary>Keywords about what objects and lists hold.</summary>
internal static class ContainerKeywords
{
    /// <summary>Whether a keyword is checked together with another one.</summary>
    public static bool HelpOthers(string keyword) => keyword is "minContains" or "maxContains";

    /// <summary>The rule of a keyword of a schema that stands at a place; null when it is none of these.</summary>
    public static SchemaRule? Compile(SchemaCompiler compiler, string keyword, JsonElement value, JsonElement schema, string place)
    {
        var at = $"{place}/{keyword}";
        return keyword switch
        {
            "properties" => Properties(Named(compiler, value, at)),
            "patternProperties" => PatternProperties(Patterns(compiler, value, at)),
            "additionalProperties" => AdditionalProperties(compiler.At(at, value), schema, compiler, place),
            "propertyNames" => PropertyNames(compiler.At(at, value)),
            "required" => Required(value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(name => name.ToString())] : throw SchemaCompiler.Wrong(at, "is no list")),
            "minProperties" => Count(JsonValueKind.Object, ValueKeywords.Count(value, at), isLeast: true),
            "maxProperties" => Count(JsonValueKind.Object, ValueKeywords.Count(value, at), isLeast: false),
            "minItems" => Count(JsonValueKind.Array, ValueKeywords.Count(value, at), isLeast: true),
            "maxItems" => Count(JsonValueKind.Array, ValueKeywords.Count(value, at), isLeast: false),
            "prefixItems" => Items([.. compiler.Each(at, value)], null),
            "items" => Items(new SchemaRule?[schema.TryGetProperty("prefixItems", out var prefix) && prefix.ValueKind == JsonValueKind.Array ? prefix.GetArrayLength() : 0], compiler.At(at, value)),
            "contains" => Contains(compiler.At(at, value), Bound("minContains", 1), Bound("maxContains", int.MaxValue)),
            "uniqueItems" => value.ValueKind == JsonValueKind.True ? Unique : (_, _) => null,
            _ => null,
        };

        int Bound(string name, int otherwise) => schema.TryGetProperty(name, out var bound) ? ValueKeywords.Count(bound, $"{place}/{name}") : otherwise;
    }

    private static Dictionary<string, SchemaRule> Named(SchemaCompiler compiler, JsonElement schemas, string place) =>
        schemas.ValueKind == JsonValueKind.Object
            ? schemas.EnumerateObject().ToDictionary(property => property.Name, property => compiler.At($"{place}/{property.Name}", property.Value))
            : throw SchemaCompiler.Wrong(place, "is no object of schemas");

    private static List<(Regex Pattern, SchemaRule Rule)> Patterns(SchemaCompiler compiler, JsonElement schemas, string place) =>
        [.. Named(compiler, schemas, place).Select(pair => (ValueKeywords.Compiled(pair.Key, place), pair.Value))];

    private static SchemaRule Properties(Dictionary<string, SchemaRule> rules) => OfObjects((property, at) =>
        rules.TryGetValue(property.Name, out var rule) ? rule(property.Value, at.Child(property.Name)) : null);

    private static SchemaRule PatternProperties(List<(Regex Pattern, SchemaRule Rule)> rules) => OfObjects((property, at) =>
    {
        foreach (var (pattern, rule) in rules)
            if (pattern.IsMatch(property.Name) && rule(property.Value, at.Child(property.Name)) is { } fault) return fault;
        return null;
    });

    private static SchemaRule AdditionalProperties(SchemaRule rule, JsonElement schema, SchemaCompiler compiler, string place)
    {
        HashSet<string> known = schema.TryGetProperty("properties", out var properties) ? [.. Named(compiler, properties, $"{place}/properties").Keys] : [];
        var patterns = schema.TryGetProperty("patternProperties", out var named) ? Patterns(compiler, named, $"{place}/patternProperties") : [];
        return OfObjects((property, at) =>
            known.Contains(property.Name) || patterns.Exists(one => one.Pattern.IsMatch(property.Name)) ? null : rule(property.Value, at.Child(property.Name)));
    }

    private static SchemaRule PropertyNames(SchemaRule rule) => OfObjects((property, at) =>
        rule(JsonElement.Parse($"\"{JsonEncodedText.Encode(property.Name)}\""), at) is null ? null : at.Fault($"has the property '{property.Name}', whose name is not allowed"));

    private static SchemaRule OfObjects(Func<JsonProperty, SchemaPlace, string?> check) => (value, at) =>
    {
        if (value.ValueKind != JsonValueKind.Object) return null;
        foreach (var property in value.EnumerateObject())
            if (check(property, at) is { } fault) return fault;
        return null;
    };

    private static SchemaRule Required(List<string> names) => (value, at) =>
        value.ValueKind == JsonValueKind.Object && names.Find(name => !value.TryGetProperty(name, out _)) is { } missing ? at.Fault($"has no '{missing}'") : null;

    private static SchemaRule Count(JsonValueKind kind, int bound, bool isLeast) => (value, at) =>
    {
        if (value.ValueKind != kind) return null;
        var count = kind == JsonValueKind.Array ? value.GetArrayLength() : value.GetPropertyCount();
        return isLeast ? (count >= bound ? null : at.Fault($"has fewer than {bound} entries")) : count <= bound ? null : at.Fault($"has more than {bound} entries");
    };

    private static SchemaRule Items(SchemaRule?[] first, SchemaRule? rest) => (value, at) =>
    {
        if (value.ValueKind != JsonValueKind.Array) return null;
        var i = 0;
        foreach (var item in value.EnumerateArray())
        {
            var rule = i < first.Length ? first[i] : rest;
            if (rule?.Invoke(item, at.Child(i)) is { } fault) return fault;
            i++;
        }

        return null;
    };

    private static SchemaRule Contains(SchemaRule rule, int least, int most) => (value, at) =>
    {
        if (value.ValueKind != JsonValueKind.Array) return null;
        var count = value.EnumerateArray().Count(item => rule(item, at) is null);
        return count < least || count > most ? at.Fault($"holds {count} of the items asked for") : null;
    };

    private static string? Unique(JsonElement value, SchemaPlace at) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().ToHashSet(new JsonValueComparer()).Count < value.GetArrayLength()
            ? at.Fault("holds an item twice") : null;
}
