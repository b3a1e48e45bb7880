namespace Assay.Reports.Languages;

/// <summary>Texts about what became of the rows.</summary>
public sealed record CountTexts
{
    public required string Heading { get; init; }

    /// <summary>How many rows, with the plural: the count, and the count as text.</summary>
    public required Func<long, string, string> Rows { get; init; }

    public required string Total { get; init; }

    public required string Answered { get; init; }

    public required string Failed { get; init; }

    public required string Refused { get; init; }

    public required string Filtered { get; init; }

    public required string Truncated { get; init; }

    public required string Resumed { get; init; }

    public required string FailedMeans { get; init; }

    public required string RefusedMeans { get; init; }

    public required string FilteredMeans { get; init; }

    public required string TruncatedMeans { get; init; }

    public required string ResumedMeans { get; init; }

    public required string NotScored { get; init; }

    public required string Reason { get; init; }

    public required string Tokens { get; init; }

    public required string Cost { get; init; }

    /// <summary>Input and output tokens.</summary>
    public required Func<string, string, string> TokensInOut { get; init; }
}
