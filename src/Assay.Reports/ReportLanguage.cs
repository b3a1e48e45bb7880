namespace Assay.Reports;

/// <summary>The languages that a report can be in.</summary>
public enum ReportLanguage
{
    /// <summary>English.</summary>
    En,

    /// <summary>Portuguese, as in Brazil.</summary>
    Pt,

    /// <summary>French.</summary>
    Fr,
}
