namespace Assay.Charts;

/// <summary>What a line chart shows: values over steps or time.</summary>
public sealed record LineFigure
{
    /// <summary>How wide the picture is, so that its letters are those of the page around it.</summary>
    public double Width { get; init; } = 560;

    /// <summary>The lines.</summary>
    public required IReadOnlyList<LineSeries> Series { get; init; }

    /// <summary>What it is, in a few words: the picture's accessible name.</summary>
    public required string Title { get; init; }

    /// <summary>What it says, in a sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>What the horizontal axis is.</summary>
    public required string XLabel { get; init; }

    /// <summary>Whether the vertical axis goes by powers of ten; values that are not above 0 have no place on it then.</summary>
    public bool IsLog { get; init; }

    /// <summary>Writes a value of the vertical axis with so many decimals.</summary>
    public required Func<double, int, string> Number { get; init; }

    /// <summary>The labels of the horizontal axis, from low to high; null for round numbers.</summary>
    public Func<double, double, IReadOnlyList<(double X, string Label)>>? XTicks { get; init; }
}
