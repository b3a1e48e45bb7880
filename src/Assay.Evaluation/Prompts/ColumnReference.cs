namespace Assay.Prompts;

/// <summary>A column that a template names.</summary>
/// <param name="Column">The column.</param>
/// <param name="Written">The expression it is part of: <c>question.text</c>.</param>
internal readonly record struct ColumnReference(string Column, string Written);
