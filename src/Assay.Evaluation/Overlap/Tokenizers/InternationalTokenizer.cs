using System.Globalization;
using Assay.Overlap.Words;
using Assay.Readability;

namespace Assay.Overlap.Tokenizers;

/// <summary>
/// sacrebleu's <c>intl</c>, which is mteval-v14's: Unicode punctuation stands alone unless numerals are beside it, symbols always do.
/// </summary>
internal sealed class InternationalTokenizer : LineTokenizer
{
    private static readonly Kind[] Categories = BuildCategories();

    // Classes of the characters of the basic plane; a surrogate is a character of another kind, as a lone one is in Python.
    private static readonly Kind[] Basic = [.. Enumerable.Range(0, 0x10000).Select(c => Categories[(int)CharUnicodeInfo.GetUnicodeCategory((char)c)])];

    private enum Kind : byte
    {
        Other,
        Numeral,
        Punctuation,
        Symbol,
    }

    public override string Name => "intl";

    public override void Rewrite(ReadOnlySpan<char> text, Scratch scratch)
    {
        scratch.Begin().Add(text);
        scratch.Step(PartAfterNonNumeral);
        scratch.Step(PartBeforeNonNumeral);
        scratch.Step(PartSymbols);
    }

    private static void PartAfterNonNumeral(ReadOnlySpan<char> text, TextBuffer into)
    {
        while (!text.IsEmpty)
        {
            var kind = First(text, out var units);
            into.Add(text[..units]);
            text = text[units..];
            if (kind != Kind.Numeral && !text.IsEmpty && First(text, out units) == Kind.Punctuation) text = AddApart(text, units, into);
        }
    }

    private static void PartBeforeNonNumeral(ReadOnlySpan<char> text, TextBuffer into)
    {
        while (!text.IsEmpty)
        {
            var kind = First(text, out var units);
            if (kind == Kind.Punctuation && units < text.Length && First(text[units..], out var after) != Kind.Numeral)
            {
                text = AddApart(text, units, into);
                units = after;
            }

            into.Add(text[..units]);
            text = text[units..];
        }
    }

    private static void PartSymbols(ReadOnlySpan<char> text, TextBuffer into)
    {
        while (!text.IsEmpty)
        {
            if (First(text, out var units) == Kind.Symbol)
            {
                text = AddApart(text, units, into);
            }
            else
            {
                into.Add(text[..units]);
                text = text[units..];
            }
        }
    }

    private static ReadOnlySpan<char> AddApart(ReadOnlySpan<char> text, int units, TextBuffer into)
    {
        into.Add(' ');
        into.Add(text[..units]);
        into.Add(' ');
        return text[units..];
    }

    private static Kind First(ReadOnlySpan<char> text, out int units)
    {
        units = 1;
        return !char.IsSurrogate(text[0]) ? Basic[text[0]] : Categories[(int)CharUnicodeInfo.GetUnicodeCategory(PythonCharacter.At(text, 0, out units))];
    }

    private static Kind[] BuildCategories()
    {
        var kinds = new Kind[(int)UnicodeCategory.OtherNotAssigned + 1];
        for (var category = UnicodeCategory.DecimalDigitNumber; category <= UnicodeCategory.OtherNumber; category++) kinds[(int)category] = Kind.Numeral;
        for (var category = UnicodeCategory.ConnectorPunctuation; category <= UnicodeCategory.OtherPunctuation; category++) kinds[(int)category] = Kind.Punctuation;
        for (var category = UnicodeCategory.MathSymbol; category <= UnicodeCategory.OtherSymbol; category++) kinds[(int)category] = Kind.Symbol;
        return kinds;
    }
}
