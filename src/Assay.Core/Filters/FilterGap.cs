namespace Assay.Filters;

/// <summary>What is written next at a place in a filter.</summary>
internal enum FilterGapKind
{
    /// <summary>A field.</summary>
    Field,

    /// <summary>A comparator.</summary>
    Comparator,

    /// <summary>What the field is compared with.</summary>
    Value,

    /// <summary>The word between two comparisons.</summary>
    Connection,
}

/// <summary>The place in a filter where somebody writes, and what belongs there.</summary>
/// <param name="Kind">What belongs there.</param>
/// <param name="Place">What is written of it already; empty when nothing is.</param>
/// <param name="Field">The field that is compared, with its quotes; null where none is yet.</param>
internal sealed record FilterGap(FilterGapKind Kind, FilterPlace Place, string? Field)
{
    /// <summary>The gap at the end of what stands before the caret.</summary>
    public static FilterGap At(string before)
    {
        var tokens = FilterLexer.Read(before);
        var open = OpenQuote(tokens);
        if (open is { } quote)
        {
            // A quote that nothing closes yet: all behind it is one thing, and a field's quote belongs to the field before it.
            tokens.RemoveAll(token => token.Start >= quote);
            if (tokens is [.., { Kind: FilterTokenKind.Name } name] && name.End == quote)
            {
                quote = name.Start;
                tokens.RemoveAt(tokens.Count - 1);
            }

            tokens.Add(new FilterToken(FilterTokenKind.Name, quote, before[quote..]));
        }

        var written = tokens is [.., { Kind: FilterTokenKind.Name or FilterTokenKind.Text or FilterTokenKind.Number } last] && last.End == before.Length
            ? last : (FilterToken?)null;
        if (written is not null) tokens.RemoveAt(tokens.Count - 1);
        var (kind, field) = Next(tokens);
        return new FilterGap(kind, new FilterPlace(written?.Start ?? before.Length, before.Length), field);
    }

    /// <summary>What follows whole tokens.</summary>
    private static (FilterGapKind Kind, string? Field) Next(List<FilterToken> tokens)
    {
        var begin = tokens.FindLastIndex(token => token.Is("AND")) + 1;
        if (tokens.Count == begin) return (FilterGapKind.Field, null);
        var field = tokens[begin].Text;
        if (tokens.Count == begin + 1 || tokens[^1].Is("NOT") || tokens[^1].Is("IS")) return (FilterGapKind.Comparator, field);
        var isValueNext = tokens[^1].Kind is FilterTokenKind.Sign or FilterTokenKind.Open or FilterTokenKind.Comma
            || tokens[^1].Is("LIKE") || tokens[^1].Is("ILIKE") || tokens[^1].Is("IN");
        return (isValueNext ? FilterGapKind.Value : FilterGapKind.Connection, field);
    }

    private static int? OpenQuote(List<FilterToken> tokens)
    {
        var stray = tokens.FindIndex(token => token.Kind == FilterTokenKind.Other && token.Text is "'" or "\"" or "`");
        return stray < 0 ? null : tokens[stray].Start;
    }
}
