namespace Assay.Filters;

/// <summary>Reads the name of a field: <c>metrics.a</c>, <c>attr.`run name`</c>, <c>status</c>.</summary>
internal static class FieldNames
{
    private static readonly Dictionary<string, FieldKind> Kinds = new()
    {
        ["metric"] = FieldKind.Metric,
        ["metrics"] = FieldKind.Metric,
        ["parameter"] = FieldKind.Parameter,
        ["parameters"] = FieldKind.Parameter,
        ["param"] = FieldKind.Parameter,
        ["params"] = FieldKind.Parameter,
        ["tag"] = FieldKind.Tag,
        ["tags"] = FieldKind.Tag,
        ["attribute"] = FieldKind.Attribute,
        ["attributes"] = FieldKind.Attribute,
        ["attr"] = FieldKind.Attribute,
        ["run"] = FieldKind.Attribute,
        ["dataset"] = FieldKind.Dataset,
        ["datasets"] = FieldKind.Dataset,
    };

    /// <summary>The field of an entity; refuses one that it has not, and an attribute that is not allowed here.</summary>
    public static SearchField Read(string text, EntityFields entity, Func<AttributeField, bool> isAllowed)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var kind = dot < 0 ? FieldKind.Attribute : Kind(Unquote(text[..dot], '`'), entity);
        var key = Unquote(Unquote(Unquote(text[(dot + 1)..], '\''), '"'), '`');
        if (kind == FieldKind.Attribute)
        {
            var attribute = entity.Attribute(key);
            return attribute is not null && isAllowed(attribute) ? new(kind, attribute.Name) : throw UnknownAttribute(key, entity, isAllowed);
        }

        return kind != FieldKind.Dataset || EntityFields.DatasetKeys.Contains(key)
            ? new(kind, key)
            : throw FilterErrors.Invalid($"Invalid dataset key '{key}' specified. Valid keys are '{FilterErrors.Set(EntityFields.DatasetKeys)}'");
    }

    /// <summary>The text without these quotes around it; as it is when they are not there.</summary>
    public static string Unquote(string text, char quote) =>
        text.Length >= 2 && text[0] == quote && text[^1] == quote ? text[1..^1] : text;

    private static FieldKind Kind(string name, EntityFields entity)
    {
        if (Kinds.TryGetValue(name, out var kind) && (kind == FieldKind.Attribute || entity.Kinds.Contains(kind)))
        {
            return kind;
        }

        throw FilterErrors.Invalid(entity.HasRunSyntax
            ? $"Invalid entity type '{name}'. Valid values are [{string.Join(", ", Valid(entity).Select(valid => $"'{valid}'"))}]"
            : $"Invalid entity type '{name}'. Valid entity types are ('attribute', 'tag', 'tags')");
    }

    private static IEnumerable<string> Valid(EntityFields entity) =>
        from kind in (FieldKind[])[FieldKind.Metric, FieldKind.Parameter, FieldKind.Tag, FieldKind.Attribute, FieldKind.Dataset]
        where kind == FieldKind.Attribute || entity.Kinds.Contains(kind)
        select kind.ToString().ToLowerInvariant();

    private static AssayException UnknownAttribute(string key, EntityFields entity, Func<AttributeField, bool> isAllowed)
    {
        var names = entity.Attributes.Where(isAllowed).SelectMany(attribute => attribute.Aliases.Prepend(attribute.Name));
        return FilterErrors.Invalid($"Invalid attribute key '{key}' specified. Valid keys are '{FilterErrors.Set(names)}'");
    }
}
