using Assay.Filters;

namespace Assay.Data.Where;

/// <summary>What the comparisons of row filters mean.</summary>
internal static class RowComparisons
{
    /// <summary>Whether a sign holds for an order (less than 0, 0, more than 0); null for a sign that is none.</summary>
    public static Func<int, bool>? Of(string sign) => sign switch
    {
        "=" or "==" => order => order == 0,
        "!=" or "<>" => order => order != 0,
        "<" => order => order < 0,
        "<=" => order => order <= 0,
        ">" => order => order > 0,
        ">=" => order => order >= 0,
        _ => null,
    };

    /// <summary>Whether a value equals one of a list.</summary>
    public static Func<FieldValue, bool?> In(IReadOnlyList<RowLiteral> list) =>
        value => value.IsNull ? null : list.Any(literal => literal.Compare(value) == 0);

    /// <summary>Whether a text stands in a value.</summary>
    public static Func<FieldValue, bool?> Contains(string part) => value => value.Text?.Contains(part, StringComparison.Ordinal);

    /// <summary>Whether a value is of a pattern: % any text, _ any character.</summary>
    public static Func<FieldValue, bool?> Like(string pattern, bool ignoreCase) =>
        value => value.Text is { } text ? LikePattern.Matches(text, pattern, ignoreCase) : null;
}
