namespace Assay.Charts;

/// <summary>What an interval chart shows: a figure on a scale, and how sure it is.</summary>
public sealed record IntervalFigure
{
    /// <summary>The value at the left end.</summary>
    public required double Low { get; init; }

    /// <summary>The value at the right end.</summary>
    public required double High { get; init; }

    /// <summary>The figure.</summary>
    public required double Value { get; init; }

    /// <summary>Its interval; null when none can be given.</summary>
    public (double Low, double High)? Interval { get; init; }

    /// <summary>What it is and says, in a sentence: the picture's accessible name.</summary>
    public required string Title { get; init; }

    /// <summary>Values to mark with a short line, such as a gate's bound.</summary>
    public IReadOnlyList<double> Marks { get; init; } = [];
}
