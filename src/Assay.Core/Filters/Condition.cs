namespace Assay.Filters;

/// <summary>How a field is compared.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,

    /// <summary>By a pattern: <c>%</c> is any text, <c>_</c> any character; letters by case.</summary>
    Like,

    /// <summary>The same, letters of either case.</summary>
    LikeIgnoringCase,

    In,
    NotIn,
    IsNull,
    IsNotNull,
}

/// <summary>
/// A comparison that its entity allows. Exactly one of the values is given, by the field and the comparison; none for <see cref="Comparison.IsNull"/>
/// and its opposite.
/// </summary>
internal sealed record Condition(SearchField Field, Comparison Comparison)
{
    /// <summary>The text or pattern.</summary>
    public string? Text { get; init; }

    /// <summary>The number; may be infinite, never NaN.</summary>
    public double? Number { get; init; }

    /// <summary>The texts of a list; not empty.</summary>
    public IReadOnlyList<string>? List { get; init; }
}
