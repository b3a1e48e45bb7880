using static Assay.Tokens.TokenCharacter;

namespace Assay.Tokens;

/// <summary>
/// cl100k_base: <c>(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+</c>.
/// </summary>
internal readonly struct Cl100kSplitter : IPieceSplitter
{
    public static int EndOfPiece(ReadOnlySpan<char> text, int start)
    {
        var contraction = Contraction.LengthIgnoringCaseAt(text, start);
        if (contraction > 0) return start + contraction;

        var first = At(text, start, out var units);
        if ((first & Letter) != 0) return EndOfRun(Letter, text, start + units);
        if ((first & Number) != 0) return NumberPiece.End(text, start);
        if ((first & LineBreak) == 0 && Is(Letter, text, start + units)) return EndOfRun(Letter, text, start + units);

        var marks = text[start] == ' ' ? start + 1 : start;
        var end = EndOfMarks(text, marks);
        if (end == marks) return WhiteSpacePiece.EndAtLineBreak(text, start);
        while (end < text.Length && (text[end] is '\r' or '\n')) end++;
        return end;
    }
}
