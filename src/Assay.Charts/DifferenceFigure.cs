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
}
