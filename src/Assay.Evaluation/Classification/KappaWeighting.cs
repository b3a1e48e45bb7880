namespace Assay.Classification;

/// <summary>How much a disagreement between two classes counts in Cohen's kappa.</summary>
public enum KappaWeighting
{
    /// <summary>Every disagreement alike: classes without an order.</summary>
    None,

    /// <summary>By the distance of the two on the scale.</summary>
    Linear,

    /// <summary>By the square of that distance.</summary>
    Quadratic,
}
