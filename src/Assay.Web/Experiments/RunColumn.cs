namespace Assay.Web.Experiments;

/// <summary>A column of a table of runs.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Key">The attribute's name, or the key of a parameter, metric or tag.</param>
public sealed record RunColumn(ColumnKind Kind, string Key)
{
    private static readonly (string Prefix, ColumnKind Kind)[] Prefixes =
        [("params.", ColumnKind.Param), ("metrics.", ColumnKind.Metric), ("tags.", ColumnKind.Tag)];

    /// <summary>The attributes, in the order of the panel. The run's name is always there, as the first column.</summary>
    public static IReadOnlyList<RunColumn> Attributes { get; } =
        [.. new[] { "status", "started", "duration", "user", "source", "run_id" }.Select(name => new RunColumn(ColumnKind.Attribute, name))];

    /// <summary>The run's name.</summary>
    public static RunColumn Name { get; } = new(ColumnKind.Attribute, "name");

    /// <summary>As it stands in addresses: <c>status</c>, <c>metrics.toxicity/v1/mean</c>.</summary>
    public string Text => Prefixes.FirstOrDefault(prefix => prefix.Kind == Kind).Prefix + Key;

    /// <summary>The same as a field of the filter language; null for what it does not know.</summary>
    public string? Field => Kind == ColumnKind.Attribute ? AttributeField(Key) : KeyField(Text[..^Key.Length], Key);

    /// <summary>Whether its values are numbers, which stand to the right.</summary>
    public bool IsNumber => Kind == ColumnKind.Metric || this is { Kind: ColumnKind.Attribute, Key: "duration" };

    /// <summary>The column of a text; null for none.</summary>
    public static RunColumn? Find(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        foreach (var (prefix, kind) in Prefixes)
        {
            if (text.Length > prefix.Length && text.StartsWith(prefix, StringComparison.Ordinal)) return new RunColumn(kind, text[prefix.Length..]);
        }

        return Attributes.Prepend(Name).FirstOrDefault(attribute => attribute.Key == text);
    }

    private static string? AttributeField(string key) => key switch
    {
        "name" => "run_name",
        "status" or "run_id" => key,
        "started" => "start_time",
        "user" => "user_id",
        "source" => $"tags.`{Components.KnownTags.Source}`",
        _ => null,
    };

    private static string? KeyField(string prefix, string key)
    {
        if (key.All(c => char.IsLetterOrDigit(c) || c is '_' or '.' or '/') && !key.StartsWith('.') && !key.EndsWith('.') && !key.Contains("..", StringComparison.Ordinal))
        {
            return prefix + key;
        }

        return !key.Contains('`', StringComparison.Ordinal) ? $"{prefix}`{key}`" : key.Contains('"', StringComparison.Ordinal) ? null : $"{prefix}\"{key}\"";
    }
}
