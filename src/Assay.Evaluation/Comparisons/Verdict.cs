namespace Assay.Comparisons;

/// <summary>What a comparison says of the second run.</summary>
public enum Verdict
{
    /// <summary>Nothing that chance would not do as well. This is no proof that the two are the same.</summary>
    NoEvidence,

    /// <summary>Better than the first.</summary>
    Better,

    /// <summary>Worse than the first.</summary>
    Worse,

    /// <summary>Different, in a metric that has no better side.</summary>
    Different,

    /// <summary>The same up to the margin that was stated.</summary>
    Equivalent,
}
