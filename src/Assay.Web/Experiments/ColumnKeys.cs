namespace Assay.Web.Experiments;

/// <summary>Columns of a kind that a table could have.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Columns">A page of them, without those that are chosen.</param>
/// <param name="PageParameter">The parameter that asks for the next page.</param>
/// <param name="Next">Its token; null on the last.</param>
public sealed record ColumnKeys(ColumnKind Kind, IReadOnlyList<RunColumn> Columns, string PageParameter, string? Next);
