using Assay.Evaluations;

namespace Assay.Running;

/// <summary>A row to be answered, or one that has its answer and lacks scores.</summary>
/// <param name="Row">The row.</param>
/// <param name="Repeat">0 for its first answer, 1 for the next …</param>
/// <param name="Stored">The row as an evaluation before has stored it, whose answer is kept; null when there is none.</param>
internal readonly record struct RowCall(Row Row, int Repeat = 0, EvaluationRow? Stored = null);
