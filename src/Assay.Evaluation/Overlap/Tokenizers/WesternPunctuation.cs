using Assay.Overlap.Words;

namespace Assay.Overlap.Tokenizers;

/// <summary>
/// The steps that mteval-v13a and Tercom part punctuation by. Each looks at pairs from left to right and goes on behind the pair that it has
/// changed, so that the second of two periods is looked at or not as it is there.
/// </summary>
internal static class WesternPunctuation
{
    /// <summary>What a text has of markup: the entities of quotation mark, ampersand and angle brackets, in this order.</summary>
    public static string Unescape(string text) => text.Contains('&')
        ? text.Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
            .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
        : text;

    /// <summary>Periods, commas and hyphens, by the digits beside them.</summary>
    public static void PartByDigits(Scratch scratch)
    {
        scratch.Step(PartAfterNonDigit);
        scratch.Step(PartBeforeNonDigit);
        scratch.Step(PartHyphenAfterDigit);
    }

    /// <summary>ASCII symbols but the apostrophe, comma, hyphen and period stand alone.</summary>
    public static void PartSymbols(ReadOnlySpan<char> text, TextBuffer into)
    {
        foreach (var c in text)
        {
            if (IsSymbol(c)) into.AddApart(c);
            else into.Add(c);
        }
    }

    private static bool IsSymbol(char c) => c is >= '!' and <= '&' or >= '(' and <= '+' or '/' or >= ':' and <= '@' or >= '[' and <= '`' or >= '{' and <= '~';

    private static bool IsPoint(char c) => c is '.' or ',';

    private static void PartAfterNonDigit(ReadOnlySpan<char> text, TextBuffer into)
    {
        for (var i = 0; i < text.Length; i++)
        {
            into.Add(text[i]);
            if (i + 1 < text.Length && IsPoint(text[i + 1]) && !char.IsAsciiDigit(text[i])) into.AddApart(text[++i]);
        }
    }

    private static void PartBeforeNonDigit(ReadOnlySpan<char> text, TextBuffer into)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsPoint(text[i]) && i + 1 < text.Length && !char.IsAsciiDigit(text[i + 1]))
            {
                into.AddApart(text[i++]);
            }

            into.Add(text[i]);
        }
    }

    private static void PartHyphenAfterDigit(ReadOnlySpan<char> text, TextBuffer into)
    {
        for (var i = 0; i < text.Length; i++)
        {
            into.Add(text[i]);
            if (char.IsAsciiDigit(text[i]) && i + 1 < text.Length && text[i + 1] == '-') into.AddApart(text[++i]);
        }
    }
}
