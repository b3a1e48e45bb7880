namespace Assay.Agreement;

/// <summary>How much two different labels count as agreeing.</summary>
public enum KappaWeights
{
    /// <summary>Not at all: Cohen 1960.</summary>
    None,

    /// <summary>The less, the more steps lie between them.</summary>
    Linear,

    /// <summary>The less, the greater the square of the steps between them.</summary>
    Quadratic,
}
