using System.Text.Json;

namespace Assay.Checks;

/// <summary>Makes rules of a schema. Schemas that refer to each other are compiled once, and found by their places.</summary>
internal sealed class SchemaCompiler(JsonElement root)
{
    private static readonly string[] Annotations =
    [
        "$schema", "$id", "$comment", "$defs", "definitions", "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly",
    ];

    // A schema that is being compiled has a box that is empty yet.
    private readonly Dictionary<string, SchemaRule?[]> _boxes = [];

    public SchemaRule Compile() => At("#", root);

    /// <summary>The rule of a schema that stands at a place of the whole.</summary>
    public SchemaRule At(string place, JsonElement schema)
    {
        if (!_boxes.TryGetValue(place, out var box))
        {
            _boxes[place] = box = [null];
            box[0] = schema.ValueKind switch
            {
                JsonValueKind.True => (_, _) => null,
                JsonValueKind.False => (_, at) => at.Fault("is not allowed"),
                JsonValueKind.Object => AllOf(Keywords(place, schema)),
                _ => throw Wrong(place, "is no schema, which is an object, true or false"),
            };
        }

        return (value, at) => box[0]!(value, at.Deeper());
    }

    /// <summary>The rules of the schemas in a list.</summary>
    public List<SchemaRule> Each(string place, JsonElement schemas) => schemas.ValueKind == JsonValueKind.Array && schemas.GetArrayLength() > 0
        ? [.. schemas.EnumerateArray().Select((schema, i) => At($"{place}/{i}", schema))]
        : throw Wrong(place, "is no list of schemas");

    public static SchemaRule AllOf(List<SchemaRule> rules) => (value, place) =>
    {
        foreach (var rule in rules)
            if (rule(value, place) is { } fault) return fault;
        return null;
    };

    public static FormatException Wrong(string place, string what) => new($"{place} of the schema {what}");

    private List<SchemaRule> Keywords(string place, JsonElement schema)
    {
        var rules = new List<SchemaRule>();
        foreach (var keyword in schema.EnumerateObject())
        {
            var at = $"{place}/{keyword.Name}";
            var rule = keyword.Name == "$ref" ? Reference(at, keyword.Value)
                : ValueKeywords.Compile(keyword.Name, keyword.Value, at)
                ?? ContainerKeywords.Compile(this, keyword.Name, keyword.Value, schema, place)
                ?? CombiningKeywords.Compile(this, keyword.Name, keyword.Value, at);
            if (rule is not null) rules.Add(rule);
            else if (!Annotations.Contains(keyword.Name) && !ContainerKeywords.HelpOthers(keyword.Name)) throw Wrong(at, "is a keyword that is not checked here; leave it out");
        }

        return rules;
    }

    private SchemaRule Reference(string place, JsonElement reference)
    {
        var pointer = reference.ValueKind == JsonValueKind.String ? reference.GetString()! : "";
        if (!pointer.StartsWith('#') || (pointer.Length > 1 && pointer[1] != '/')) throw Wrong(place, "refers to another document; only places of the same schema (#/…) are followed");
        var target = root;
        foreach (var part in pointer[1..].Split('/').Skip(1))
        {
            var name = Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            var found = target.ValueKind == JsonValueKind.Array
                ? int.TryParse(name, out var index) && index >= 0 && index < target.GetArrayLength()
                : target.ValueKind == JsonValueKind.Object && target.TryGetProperty(name, out _);
            if (!found) throw Wrong(place, $"refers to {pointer}, which is not there");
            target = target.ValueKind == JsonValueKind.Array ? target[int.Parse(name)] : target.GetProperty(name);
        }

        return At(pointer, target);
    }
}
