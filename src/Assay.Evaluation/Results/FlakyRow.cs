namespace Assay.Results;

/// <summary>A row whose answers were scored differently.</summary>
/// <param name="RowId">The row.</param>
/// <param name="Scores">The scores of its answers, in their order.</param>
public sealed record FlakyRow(string RowId, IReadOnlyList<double> Scores);
