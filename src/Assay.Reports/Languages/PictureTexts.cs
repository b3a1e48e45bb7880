namespace Assay.Reports.Languages;

/// <summary>Texts of the pictures of an evaluation beside its distributions: figures side by side, confusion, rows scored differently.</summary>
public sealed record PictureTexts
{
    /// <summary>Over bars of figures of all rows together.</summary>
    public required string Together { get; init; }

    public required string WhatTogetherIs { get; init; }

    public required string Confusion { get; init; }

    public required string WhatConfusionIs { get; init; }

    /// <summary>What the rows of the matrix are.</summary>
    public required string Reference { get; init; }

    /// <summary>What its columns are.</summary>
    public required string Answer { get; init; }

    /// <summary>Under the pointer: a count and its share of the row, as text.</summary>
    public required Func<string, string, string> OfTheRow { get; init; }

    /// <summary>The row and column that rarer labels share.</summary>
    public required string Others { get; init; }

    public required string Label { get; init; }

    public required string Precision { get; init; }

    public required string Recall { get; init; }

    /// <summary>Answers that gave the label.</summary>
    public required string Given { get; init; }

    public required string Flaky { get; init; }

    /// <summary>How many rows there are, and how many are listed, as text.</summary>
    public required Func<string, string, string> WhatFlakyIs { get; init; }

    public required string Scores { get; init; }
}
