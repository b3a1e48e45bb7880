namespace Assay.Charts;

/// <summary>What a bar chart shows: a figure for each of some things, each with its interval.</summary>
public sealed record BarFigure
{
    /// <summary>The bars, from top to bottom.</summary>
    public required IReadOnlyList<Bar> Bars { get; init; }

    /// <summary>The value at the left end; bars begin at 0 when it lies between the ends, else here.</summary>
    public required double Low { get; init; }

    /// <summary>The value at the right end.</summary>
    public required double High { get; init; }

    /// <summary>What it is, in a few words: the picture's accessible name.</summary>
    public required string Title { get; init; }

    /// <summary>What it says, in a sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>How a value on the axis is written, with so many decimals.</summary>
    public required Func<double, int, string> Number { get; init; }

    /// <summary>The unit below the axis; null for none.</summary>
    public string? Unit { get; init; }
}
