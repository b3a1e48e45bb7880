namespace Assay.Data;

/// <summary>What one reading of a data set tells.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Digest">Of all rows in order, 32 hexadecimal digits.</param>
/// <param name="Columns">Every column that some row has, in order of first appearance.</param>
public sealed record DatasetProfile(long Rows, string Digest, IReadOnlyList<string> Columns);
