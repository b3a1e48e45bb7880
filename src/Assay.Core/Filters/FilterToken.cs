namespace Assay.Filters;

/// <summary>What a token of a filter is.</summary>
internal enum FilterTokenKind
{
    /// <summary>A field or a word: <c>metrics.a</c>, <c>tags.`a b`</c>, <c>AND</c>; also a text in double quotes, which may be either.</summary>
    Name,

    /// <summary>A text in single quotes.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A sign such as <c>&lt;=</c>.</summary>
    Sign,

    /// <summary>An opening parenthesis.</summary>
    Open,

    /// <summary>A closing parenthesis.</summary>
    Close,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>What has no meaning in a filter.</summary>
    Other,
}

/// <summary>A piece of a filter, as it is written there, with its quotes.</summary>
internal readonly record struct FilterToken(FilterTokenKind Kind, int Start, string Text)
{
    public int End => Start + Text.Length;

    /// <summary>Whether it is this word, in letters of either case, and not in quotes.</summary>
    public bool Is(string word) => Kind == FilterTokenKind.Name && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
