namespace Assay.Statistics;

/// <summary>How the p-value of a Wilcoxon test is found.</summary>
public enum WilcoxonMethod
{
    /// <summary>Exact up to 50 rows without a zero difference, else approximate.</summary>
    Auto,

    /// <summary>From all signs of the ranks; approximate when a difference is zero.</summary>
    Exact,

    /// <summary>By the normal distribution, corrected for ties.</summary>
    Approximate,
}
