namespace Assay.Web.Experiments;

/// <summary>What a column of a table of runs holds.</summary>
public enum ColumnKind
{
    /// <summary>Something that every run has.</summary>
    Attribute,

    /// <summary>A parameter.</summary>
    Param,

    /// <summary>A metric's latest value.</summary>
    Metric,

    /// <summary>A tag.</summary>
    Tag,
}
