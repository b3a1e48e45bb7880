namespace Assay.Evaluations;

/// <summary>What tells a stored row from the others, and whether it is to be asked again.</summary>
/// <param name="RowId">The row's id.</param>
/// <param name="Repeat">The answer's number, from 0.</param>
/// <param name="Digest">The digest of the row's fields.</param>
/// <param name="Failed">Whether the row has an error instead of an answer.</param>
public readonly record struct EvaluationRowKey(string RowId, int Repeat, string Digest, bool Failed);
