using Assay.Evaluations;

namespace Assay.Web.Runs;

/// <summary>A few rows of an evaluation, for its run's first page.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Choice">Which they are.</param>
/// <param name="Scorer">The scorer that they are the worst by; null when they were chosen otherwise.</param>
public sealed record RowExcerpt(IReadOnlyList<EvaluationRow> Rows, RowExcerptChoice Choice, string? Scorer);
