using static Assay.Tokens.TokenCharacter;

namespace Assay.Tokens;

/// <summary>
/// o200k_base, with U for <c>[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]</c>, W for <c>[\p{Ll}\p{Lm}\p{Lo}\p{M}]</c> and C for an optional contraction
/// in any case: <c>[^\r\n\p{L}\p{N}]?U*W+C|[^\r\n\p{L}\p{N}]?U+W*C|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+</c>.
/// </summary>
internal readonly struct O200kSplitter : IPieceSplitter
{
    public static int EndOfPiece(ReadOnlySpan<char> text, int start)
    {
        var word = EndOfWord(text, start);
        if (word > 0) return word + Contraction.LengthIgnoringCaseAt(text, word);
        if (Is(Number, text, start)) return NumberPiece.End(text, start);

        var marks = text[start] == ' ' ? start + 1 : start;
        var end = EndOfMarks(text, marks);
        if (end == marks) return WhiteSpacePiece.EndAtLineBreak(text, start);
        while (end < text.Length && (text[end] is '\r' or '\n' or '/')) end++;
        return end;
    }

    // The two word alternatives, each tried after and then without a leading character that is neither letter, number nor line break.
    private static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        var first = At(text, start, out var units);
        var prefixed = (first & (Letter | Number | LineBreak)) == 0 ? start + units : -1;
        var end = prefixed > 0 ? EndOfLowerWord(text, prefixed) : -1;
        if (end < 0) end = EndOfLowerWord(text, start);
        if (end < 0 && prefixed > 0) end = EndOfUpperWord(text, prefixed);
        return end < 0 ? EndOfUpperWord(text, start) : end;
    }

    // U*W+: when no W follows the run of U, the run is given back up to its last character that is a W too.
    private static int EndOfLowerWord(ReadOnlySpan<char> text, int start)
    {
        var lastShared = -1;
        var at = start;
        while (at < text.Length)
        {
            var flags = At(text, at, out var units);
            if ((flags & Leading) == 0) break;
            at += units;
            if ((flags & Trailing) != 0) lastShared = at;
        }

        var end = EndOfRun(Trailing, text, at);
        return end > at ? end : lastShared;
    }

    // U+W*
    private static int EndOfUpperWord(ReadOnlySpan<char> text, int start)
    {
        var end = EndOfRun(Leading, text, start);
        return end > start ? EndOfRun(Trailing, text, end) : -1;
    }
}
