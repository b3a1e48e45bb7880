namespace Assay.Storage.Sql;

/// <summary>What a statement calls the rows of integers in a parameter, and their columns.</summary>
internal sealed record RowAlias(string Name, params IReadOnlyList<string> Columns);
