namespace Assay.Results;

/// <summary>What became of the rows.</summary>
public sealed record RowCounts
{
    /// <summary>All rows of the data set that were to be evaluated.</summary>
    public required long Total { get; init; }

    /// <summary>How often each row was asked. The counts below are of answers: of up to <see cref="Total"/> times as many.</summary>
    public int Repeats { get; init => field = Math.Max(value, 1); } = 1;

    /// <summary>Rows without an answer, for an error.</summary>
    public long Failed { get; init; }

    /// <summary>Rows taken over from before the evaluation was resumed.</summary>
    public long Resumed { get; init; }

    /// <summary>Answers in which the model refused.</summary>
    public long Refused { get; init; }

    /// <summary>Answers that a content filter withheld.</summary>
    public long Filtered { get; init; }

    /// <summary>Answers cut at the token limit.</summary>
    public long Truncated { get; init; }
}
