namespace Assay.Filters;

/// <summary>What the values of an attribute are.</summary>
internal enum AttributeType
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,
}

/// <summary>An attribute of an entity, by the name that people write.</summary>
internal sealed record AttributeField(string Name, AttributeType Type = AttributeType.Text)
{
    /// <summary>Other names for it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether a filter may name it.</summary>
    public bool IsSearchable { get; init; } = true;

    /// <summary>Whether an ordering may name it.</summary>
    public bool IsSortable { get; init; } = true;

    /// <summary>Whether it can be compared with a list.</summary>
    public bool TakesList { get; init; }

    /// <summary>Whether a number may stand in quotes.</summary>
    public bool TakesQuotedNumber { get; init; }

    public bool IsCalled(string name) => Name == name || Aliases.Contains(name);
}
