using Assay.Overlap.Words;

namespace Assay.Overlap.Tokenizers;

/// <summary>Tercom's tokenizer as sacrebleu has it; without options white space parts the words.</summary>
internal sealed class TercomTokenizer(TerOptions options) : LineTokenizer
{
    public override string Name => "tercom";

    public override void Rewrite(ReadOnlySpan<char> text, Scratch scratch)
    {
        var begun = scratch.Begin();
        if (text.IsEmpty)
        {
            return;
        }

        if (!options.Normalized)
        {
            begun.Add(text);
        }
        else
        {
            begun.Add(' ');
            begun.Add(text.ContainsAny('&', '\n') ? Unwrap(text.ToString()) : text);
            begun.Add(' ');
            scratch.Step(WesternPunctuation.PartSymbols);
            scratch.Step(PartPossessives);
            WesternPunctuation.PartByDigits(scratch);
            if (options.AsianSupport) scratch.Step(PartAsian);
        }

        if (options.NoPunctuation)
        {
            scratch.Step(options.AsianSupport ? DropAnyPunctuation : DropPunctuation);
        }
    }

    private static string Unwrap(string text) =>
        WesternPunctuation.Unescape(text.Replace("\n-", "", StringComparison.Ordinal).Replace('\n', ' '));

    private static void PartPossessives(ReadOnlySpan<char> text, TextBuffer into)
    {
        for (int at; (at = text.IndexOf("'s ", StringComparison.Ordinal)) >= 0; text = text[(at + 3)..])
        {
            into.Add(text[..at]);
            into.Add(" 's ");
        }

        into.Add(text);
    }

    // The reference parts runs of kana too, but only at the very start of a text, where normalization has put a space: never.
    private static void PartAsian(ReadOnlySpan<char> text, TextBuffer into)
    {
        foreach (var c in text)
        {
            if (IsIdeographic(c) || IsAsianPunctuation(c)) into.AddApart(c);
            else into.Add(c);
        }
    }

    private static void DropPunctuation(ReadOnlySpan<char> text, TextBuffer into)
    {
        foreach (var c in text)
            if (!IsPunctuation(c)) into.Add(c);
    }

    private static void DropAnyPunctuation(ReadOnlySpan<char> text, TextBuffer into)
    {
        foreach (var c in text)
            if (!IsPunctuation(c) && !IsAsianPunctuation(c)) into.Add(c);
    }

    private static bool IsPunctuation(char c) => c is '.' or ',' or '?' or ':' or ';' or '!' or '"' or '(' or ')';

    private static bool IsAsianPunctuation(char c) => c is '\u3001' or '\u3002' or >= '\u3008' and <= '\u3011' or >= '\u3014' and <= '\u301F'
        or >= '\uFF61' and <= '\uFF65' or '\u30FB'
        or '\uFF0E' or '\uFF0C' or '\uFF1F' or '\uFF1A' or '\uFF1B' or '\uFF01' or '\uFF02' or '\uFF08' or '\uFF09';

    // From U+3200 to the end of extension A without a gap: the reference means the enclosed letters up to U+32FF and writes U+3F22.
    private static bool IsIdeographic(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3200' and <= '\u4DBF'
        or >= '\u31C0' and <= '\u31EF' or >= '\u2E80' and <= '\u2EFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE4F';
}
