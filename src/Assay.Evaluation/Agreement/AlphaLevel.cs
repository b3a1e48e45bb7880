namespace Assay.Agreement;

/// <summary>What the labels are, for the distance between two of them in Krippendorff's alpha.</summary>
public enum AlphaLevel
{
    /// <summary>Names: two labels are the same or not.</summary>
    Nominal,

    /// <summary>Ranks: the distance is the number of labels that were given between them.</summary>
    Ordinal,

    /// <summary>Numbers: the distance is their difference.</summary>
    Interval,
}
