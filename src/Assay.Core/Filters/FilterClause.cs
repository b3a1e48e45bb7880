namespace Assay.Filters;

/// <summary>A comparison as it is written, not yet checked against any entity.</summary>
/// <param name="Field">The field, with its quotes.</param>
/// <param name="Comparator">In capital letters, one space between words: <c>NOT IN</c>.</param>
/// <param name="Operands">One token; of a list what is between its parentheses; none for <c>IS NULL</c>.</param>
/// <param name="Operand">The right side as it is written.</param>
internal sealed record FilterClause(string Field, string Comparator, IReadOnlyList<FilterToken> Operands, string Operand)
{
    /// <summary>Where it begins in the filter.</summary>
    public int Start { get; init; }

    /// <summary>Behind its last letter in the filter.</summary>
    public int End { get; init; }

    public bool IsList => Comparator is "IN" or "NOT IN";
}
