namespace Assay.Tracking;

/// <summary>What a key names.</summary>
public enum RunKeyKind
{
    /// <summary>A metric.</summary>
    Metric,

    /// <summary>A parameter.</summary>
    Param,

    /// <summary>A tag.</summary>
    Tag,
}
