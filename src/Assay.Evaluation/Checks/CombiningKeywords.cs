using System.Text.Json;

namespace Assay.Checks;

/// <summary>Keywords that combine schemas.</summary>
internal static class CombiningKeywords
{
    /// <summary>The rule of a keyword; null when it is none of these.</summary>
    public static SchemaRule? Compile(SchemaCompiler compiler, string keyword, JsonElement value, string place) => keyword switch
    {
        "allOf" => SchemaCompiler.AllOf(compiler.Each(place, value)),
        "anyOf" => AnyOf(compiler.Each(place, value)),
        "oneOf" => OneOf(compiler.Each(place, value)),
        "not" => Not(compiler.At(place, value)),
        _ => null,
    };

    private static SchemaRule AnyOf(List<SchemaRule> rules) => (value, at) =>
    {
        string? first = null;
        foreach (var rule in rules)
        {
            if (rule(value, at) is not { } fault) return null;
            first ??= fault;
        }

        return at.Fault($"is valid by none of the schemas of anyOf (by the first: {first})");
    };

    private static SchemaRule OneOf(List<SchemaRule> rules) => (value, at) =>
        rules.Count(rule => rule(value, at) is null) is var valid && valid == 1 ? null : at.Fault($"is valid by {valid} schemas of oneOf, not by one");

    private static SchemaRule Not(SchemaRule rule) => (value, at) => rule(value, at) is null ? at.Fault("is valid by the schema of not") : null;
}
