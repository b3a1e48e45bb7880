namespace Assay.Reports.Rows;

/// <summary>What became of a row.</summary>
internal enum RowStatus
{
    Answered,
    Failed,
    Refused,
    Filtered,
    Truncated,
}
