namespace Assay.Charts;

/// <summary>What a difference chart shows: differences between two runs, each with its interval, about one line of no difference.</summary>
public sealed record DifferenceFigure
{
    /// <summary>The differences, from top to bottom.</summary>
    public required IReadOnlyList<DifferenceLine> Lines { get; init; }

    /// <summary>What it is, in a few words: the picture's accessible name.</summary>
    public required string Title { get; init; }

    /// <summary>What it says, in a sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether it is for a narrow screen: names stand above their lines.</summary>
    public bool IsNarrow { get; init; }

    /// <summary>How a value on the axis is written, with so many decimals, where all lines share a scale; null where each has its own.</summary>
    public Func<double, int, string>? Number { get; init; }
}
