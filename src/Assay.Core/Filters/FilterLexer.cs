using System.Text.RegularExpressions;

namespace Assay.Filters;

/// <summary>Cuts a filter or an ordering into tokens. What it does not know becomes a token too: the parser names it.</summary>
internal static partial class FilterLexer
{
    private const string Signs = "<>=~!";

    public static List<FilterToken> Read(string source)
    {
        var tokens = new List<FilterToken>();
        var at = 0;
        while (at < source.Length)
        {
            if (char.IsWhiteSpace(source[at]))
            {
                at++;
                continue;
            }

            var (kind, end) = Next(source, at);
            tokens.Add(new(kind, at, source[at..end]));
            at = end;
        }

        return tokens;
    }

    private static (FilterTokenKind Kind, int End) Next(string source, int at)
    {
        switch (source[at])
        {
            case '(':
                return (FilterTokenKind.Open, at + 1);
            case ')':
                return (FilterTokenKind.Close, at + 1);
            case ',':
                return (FilterTokenKind.Comma, at + 1);
            case '\'':
                return QuoteEnd(source, at) is { } text ? (FilterTokenKind.Text, text) : (FilterTokenKind.Other, at + 1);
            case var sign when Signs.Contains(sign, StringComparison.Ordinal):
                return (FilterTokenKind.Sign, SignEnd(source, at));
        }

        var number = Number().Match(source, at);
        if (number.Success)
        {
            return (FilterTokenKind.Number, at + number.Length);
        }

        var name = NameEnd(source, at);
        return name > at ? (FilterTokenKind.Name, name) : (FilterTokenKind.Other, at + 1);
    }

    private static int SignEnd(string source, int at)
    {
        while (at < source.Length && Signs.Contains(source[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    /// <summary>Parts joined by dots, each plain or quoted. Behind the first dot a plain part may hold some signs that keys often have.</summary>
    private static int NameEnd(string source, int at)
    {
        var inKey = false;
        while (true)
        {
            var end = PartEnd(source, at, inKey);
            if (end == at || end == source.Length || source[end] != '.')
            {
                return end;
            }

            at = end + 1;
            inKey = true;
        }
    }

    private static int PartEnd(string source, int at, bool inKey)
    {
        if (at < source.Length && source[at] is '`' or '"')
        {
            return QuoteEnd(source, at) ?? at;
        }

        while (at < source.Length && (char.IsLetterOrDigit(source[at]) || source[at] == '_' || (inKey && source[at] is '-' or '/' or ':' or '@')))
        {
            at++;
        }

        return at;
    }

    /// <summary>
    /// Behind the closing quote. A doubled quote, and one behind a backslash, are part of the text; when then no closing quote is left, the last
    /// such one closes: <c>'C:\'</c> is a text. Null when nothing closes.
    /// </summary>
    private static int? QuoteEnd(string source, int start)
    {
        var quote = source[start];
        int? inner = null;
        for (var at = start + 1; at < source.Length; at++)
        {
            var isPair = at + 1 < source.Length && source[at + 1] == quote;
            if (source[at] == quote)
            {
                if (!isPair)
                {
                    return at + 1;
                }

                inner = ++at;
            }
            else if (source[at] == '\\' && isPair && quote != '`')
            {
                inner = ++at + 1;
            }
        }

        return inner;
    }

    [GeneratedRegex(@"\G-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?(?![_\p{L}\p{Nd}.])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
