namespace Assay.Charts;

/// <summary>What a category chart shows: how often each of a few outcomes came.</summary>
public sealed record CategoryFigure
{
    internal const double PanelWidth = 336;

    /// <summary>How wide the picture is; for a panel of a page unless said otherwise.</summary>
    public double Width { get; init; } = PanelWidth;

    /// <summary>The outcomes, from top to bottom, with their counts.</summary>
    public required IReadOnlyList<(string Name, long Count)> Categories { get; init; }

    /// <summary>What it is, in a few words: the picture's accessible name.</summary>
    public required string Title { get; init; }

    /// <summary>What it says, in a sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>What stands behind a bar: the count and its share.</summary>
    public required Func<long, double, string> Label { get; init; }
}
