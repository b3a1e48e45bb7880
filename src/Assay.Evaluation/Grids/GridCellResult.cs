using Assay.Statistics;

namespace Assay.Grids;

/// <summary>What one cell of a grid came to.</summary>
public sealed record GridCellResult
{
    /// <summary>Its run.</summary>
    public required string RunId { get; init; }

    /// <summary>Its name: its options.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands on each axis that has several options.</summary>
    public required IReadOnlyList<GridPlace> Places { get; init; }

    /// <summary>The number of its combination apart from the data set.</summary>
    public required int Setting { get; init; }

    /// <summary>The mean of the score that is chosen by; null when no row has one.</summary>
    public double? Value { get; init; }

    /// <summary>The mean's interval.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Why there is none.</summary>
    public string? WhyNoInterval { get; init; }

    /// <summary>Rows that have the score.</summary>
    public required long Scored { get; init; }

    /// <summary>Rows that failed.</summary>
    public required long Failed { get; init; }

    /// <summary>What its calls cost, in US dollars; null when not known.</summary>
    public double? CostUsd { get; init; }

    /// <summary>Mean seconds of a call; null when none was timed.</summary>
    public double? LatencySeconds { get; init; }

    /// <summary>Whether no other cell on the same data is both better and cheaper (or one of them, and equal in the other).</summary>
    public bool IsCheapestForItsQuality { get; init; }

    /// <summary>Whether no other cell on the same data is both better and faster.</summary>
    public bool IsFastestForItsQuality { get; init; }
}
