namespace Assay.Data;

/// <summary>A row as a source gives it, before it has an id and a digest.</summary>
/// <param name="Line">The line where it begins (or its number, for rows in code), from 1.</param>
/// <param name="Columns">Its columns; rows that have the same share the array.</param>
/// <param name="Values">Their values.</param>
internal readonly record struct RawRow(long Line, string[] Columns, FieldValue[] Values);
