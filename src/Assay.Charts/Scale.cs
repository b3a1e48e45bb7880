namespace Assay.Charts;

/// <summary>Maps values onto a line of a picture. A scale of no width maps everything onto its middle.</summary>
/// <param name="Low">The value at <paramref name="From"/>.</param>
/// <param name="High">The value at <paramref name="To"/>.</param>
/// <param name="From">A coordinate.</param>
/// <param name="To">A coordinate; may be below <paramref name="From"/>, for an axis that points up.</param>
public readonly record struct Scale(double Low, double High, double From, double To)
{
    /// <summary>Where a value lies; values beyond the ends lie at the ends.</summary>
    public double this[double value] => High > Low && double.IsFinite(value)
        ? From + ((To - From) * Math.Clamp((value - Low) / (High - Low), 0, 1))
        : (From + To) / 2;
}
