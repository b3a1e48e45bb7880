namespace Assay.Evaluations;

/// <summary>How many rows of a run are stored.</summary>
/// <param name="Total">All stored rows.</param>
/// <param name="Failed">Those with an error instead of an answer.</param>
public readonly record struct EvaluationCounts(long Total, long Failed);
