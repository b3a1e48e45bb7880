namespace Assay.Results;

/// <summary>How often scores fall into bins of equal width.</summary>
/// <param name="Low">The lower edge of the first bin.</param>
/// <param name="High">The upper edge of the last bin, which includes it.</param>
/// <param name="Counts">Scores per bin.</param>
public sealed record Histogram(double Low, double High, IReadOnlyList<long> Counts);
