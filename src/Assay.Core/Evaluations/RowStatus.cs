namespace Assay.Evaluations;

/// <summary>What became of a row.</summary>
public enum RowStatus
{
    /// <summary>There is a whole answer.</summary>
    Answered,

    /// <summary>There is none, for an error.</summary>
    Failed,

    /// <summary>The model refused.</summary>
    Refused,

    /// <summary>A content filter withheld it.</summary>
    Filtered,

    /// <summary>It was cut at the token limit.</summary>
    Truncated,
}
