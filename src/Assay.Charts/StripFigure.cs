namespace Assay.Charts;

/// <summary>What a strip shows: one value among others of its kind.</summary>
public sealed record StripFigure
{
    /// <summary>All values.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>The one that is marked.</summary>
    public required double Value { get; init; }

    /// <summary>What it is, in a few words: the picture's accessible name.</summary>
    public required string Title { get; init; }
}
