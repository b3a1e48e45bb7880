namespace Assay.Charts;

/// <summary>What a confusion matrix shows: how often each label was given for each.</summary>
public sealed record ConfusionFigure
{
    /// <summary>The labels, in the order of rows and columns.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>By true label, then by given label; as many of both as there are labels.</summary>
    public required IReadOnlyList<IReadOnlyList<long>> Counts { get; init; }

    /// <summary>What it is, in a few words: the picture's accessible name.</summary>
    public required string Title { get; init; }

    /// <summary>What it says, in a sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>What the rows are: <c>reference</c>.</summary>
    public required string RowsLabel { get; init; }

    /// <summary>What the columns are: <c>answer</c>.</summary>
    public required string ColumnsLabel { get; init; }

    /// <summary>How a count and its share of the row are written.</summary>
    public required Func<long, double, string> Label { get; init; }
}
