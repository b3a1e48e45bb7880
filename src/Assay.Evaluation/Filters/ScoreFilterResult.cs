namespace Assay.Filters;

/// <summary>What came of a filter.</summary>
/// <param name="Scored">Lines written with scores.</param>
/// <param name="Errors">Lines that became error records.</param>
public sealed record ScoreFilterResult(long Scored, long Errors);
