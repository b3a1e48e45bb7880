namespace Assay.Running;

/// <summary>A row to be answered.</summary>
/// <param name="Row">The row.</param>
/// <param name="Repeat">0 for its first answer, 1 for the next …</param>
internal readonly record struct RowCall(Row Row, int Repeat = 0);
