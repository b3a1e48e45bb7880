namespace Assay.Charts;

/// <summary>What a dot chart shows: a value of each of some things on one scale.</summary>
public sealed record DotFigure
{
    /// <summary>The values with their numbers, which say their colours as those of lines, and their intervals where there are some.</summary>
    public required IReadOnlyList<(int Number, double Value, (double Low, double High)? Interval)> Dots { get; init; }

    /// <summary>What it is, in a few words: the picture's accessible name.</summary>
    public required string Title { get; init; }
}
