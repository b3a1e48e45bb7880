namespace Assay.Statistics;

/// <summary>How the p-value of a sign-flip test was found.</summary>
public enum SignFlipMethod
{
    /// <summary>All flips counted: exact.</summary>
    Counted,

    /// <summary>By random flips.</summary>
    Sampled,

    /// <summary>By the normal distribution.</summary>
    Normal,
}
