namespace Assay.Statistics;

/// <summary>Which departures from "no difference" a test looks for.</summary>
public enum Alternative
{
    /// <summary>Either way.</summary>
    TwoSided,

    /// <summary>The first is smaller, or the differences are below zero.</summary>
    Less,

    /// <summary>The first is larger, or the differences are above zero.</summary>
    Greater,
}
