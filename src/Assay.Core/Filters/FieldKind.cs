namespace Assay.Filters;

/// <summary>What of an entity a field is.</summary>
internal enum FieldKind
{
    /// <summary>A field that every one has.</summary>
    Attribute,

    /// <summary>The latest value of a metric.</summary>
    Metric,

    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>A note.</summary>
    Tag,

    /// <summary>Of a data set that was read.</summary>
    Dataset,
}

/// <summary>A field of an entity: for an attribute its own name, whatever alias was written.</summary>
internal sealed record SearchField(FieldKind Kind, string Key);
