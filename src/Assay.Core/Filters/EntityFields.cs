namespace Assay.Filters;

/// <summary>What of an entity can be searched and sorted by: the entities of the language differ in this table and nowhere else.</summary>
internal sealed record EntityFields
{
    /// <summary>Its fields of every kind but attributes: which kinds it has.</summary>
    public required IReadOnlyList<FieldKind> Kinds { get; init; }

    /// <summary>Its attributes.</summary>
    public required IReadOnlyList<AttributeField> Attributes { get; init; }

    /// <summary>How to sort when nothing is asked for.</summary>
    public required IReadOnlyList<Ordering> DefaultOrder { get; init; }

    /// <summary>What decides between equals; the last names each entity. Left out where it was asked for.</summary>
    public required IReadOnlyList<Ordering> Tiebreaks { get; init; }

    /// <summary>Whether refusals are worded as those of runs; MLflow words those of the other entities a little differently.</summary>
    public bool HasRunSyntax { get; init; }

    /// <summary>
    /// A tag whose owners are left out, unless the filter asks for them by <c>= 'true'</c>. Of its conditions nothing else is left.
    /// </summary>
    public string? HiddenBy { get; init; }

    /// <summary>What a data set may be asked for.</summary>
    public static IReadOnlyList<string> DatasetKeys { get; } = ["name", "digest", "context"];

    /// <summary>The attribute of that name or alias; null for none.</summary>
    public AttributeField? Attribute(string name) => Attributes.FirstOrDefault(attribute => attribute.IsCalled(name));
}
