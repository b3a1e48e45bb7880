namespace Assay.Charts;

/// <summary>What a scatter chart shows: things by what they cost and what they are worth, and those that nothing beats in both.</summary>
public sealed record ScatterFigure
{
    /// <summary>The points.</summary>
    public required IReadOnlyList<ScatterPoint> Points { get; init; }

    /// <summary>What the horizontal axis is, with its unit: <c>cost per 1,000 rows, US$</c>.</summary>
    public required string XLabel { get; init; }

    /// <summary>What the vertical axis is.</summary>
    public required string YLabel { get; init; }

    /// <summary>What it is, in a few words: the picture's accessible name.</summary>
    public required string Title { get; init; }

    /// <summary>What it says, in a sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>How a value on an axis is written, with so many decimals.</summary>
    public required Func<double, int, string> Number { get; init; }
}
