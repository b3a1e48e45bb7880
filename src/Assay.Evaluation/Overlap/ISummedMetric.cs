namespace Assay.Overlap;

/// <summary>
/// A metric whose figure of many segments comes from the sums of what was counted in each, and not from the segments' figures. Holds no
/// state between calls; safe for concurrent use.
/// </summary>
internal interface ISummedMetric
{
    /// <summary>How many numbers are counted in a segment.</summary>
    int Width { get; }

    /// <summary>Counts one segment.</summary>
    /// <param name="hypothesis">The text to score.</param>
    /// <param name="references">The texts it is held against; at least one.</param>
    /// <param name="counts">Receives <see cref="Width"/> numbers; holds zeros before.</param>
    void Count(string hypothesis, IReadOnlyList<string> references, Span<double> counts);

    /// <summary>The figure of one segment; NaN where the reference implementation has none.</summary>
    double OfSegment(ReadOnlySpan<double> counts);

    /// <summary>The figure of segments whose counts were summed; NaN where the reference implementation has none.</summary>
    double OfCorpus(ReadOnlySpan<double> sums);
}
