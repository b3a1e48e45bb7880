using static Assay.Tokens.TokenCharacter;

namespace Assay.Tokens;

/// <summary>gpt2: <c>'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+</c>.</summary>
internal readonly struct Gpt2Splitter : IPieceSplitter
{
    public static int EndOfPiece(ReadOnlySpan<char> text, int start)
    {
        var contraction = Contraction.LengthAt(text, start);
        if (contraction > 0) return start + contraction;

        var from = text[start] == ' ' && start + 1 < text.Length ? start + 1 : start;
        var first = At(text, from, out _);
        if ((first & Letter) != 0) return EndOfRun(Letter, text, from);
        if ((first & Number) != 0) return EndOfRun(Number, text, from);
        return (first & Space) == 0 ? EndOfMarks(text, from) : WhiteSpacePiece.End(text, start);
    }
}
