namespace Assay.Reports.Languages;

/// <summary>Texts of the table of rows. The script reads those it needs from the table's attributes.</summary>
public sealed record RowTexts
{
    public required string Heading { get; init; }

    public required string Search { get; init; }

    public required string Status { get; init; }

    public required string All { get; init; }

    public required string Answered { get; init; }

    public required string Failed { get; init; }

    public required string Refused { get; init; }

    public required string Filtered { get; init; }

    public required string Truncated { get; init; }

    public required string Score { get; init; }

    public required string AtLeast { get; init; }

    public required string AtMost { get; init; }

    public required string NoScore { get; init; }

    public required string Clear { get; init; }

    public required string OpenAll { get; init; }

    public required string CloseAll { get; init; }

    /// <summary>What the script says of the rows shown: {0} of {1}.</summary>
    public required string Shown { get; init; }

    public required string Caption { get; init; }

    public required string Row { get; init; }

    public required string Details { get; init; }

    public required string Input { get; init; }

    public required string Output { get; init; }

    public required string Reference { get; init; }

    public required string Error { get; init; }

    public required string Refusal { get; init; }

    public required string ToolCall { get; init; }

    public required string Id { get; init; }

    public required string Repeat { get; init; }

    public required string Latency { get; init; }

    public required string Tokens { get; init; }

    public required string Model { get; init; }

    public required string Trace { get; init; }

    public required string OnlyInReference { get; init; }

    public required string OnlyInOutput { get; init; }

    public required string LittleInCommon { get; init; }

    public required string SameAsReference { get; init; }

    public required string Why { get; init; }

    public required string WhyEven { get; init; }

    public required string WhyFailed { get; init; }

    /// <summary>A row shown for its score: the scorer.</summary>
    public required Func<string, string> WhyWorst { get; init; }

    /// <summary>What the sample is: shown and all rows, then how many evenly spaced, failed, and with the worst scores.</summary>
    public required Func<string, string, string, string, string, string> Sample { get; init; }

    /// <summary>What was cut: how many texts, and the longest that was left whole, in characters.</summary>
    public required Func<string, string, string> TextsCut { get; init; }
}
