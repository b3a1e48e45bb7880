namespace Assay.Tokens;

/// <summary><c>\p{N}{1,3}</c>: numbers are cut into groups of three digits from the left.</summary>
internal static class NumberPiece
{
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        for (var count = 0; count < 3 && end < text.Length; count++)
        {
            if ((TokenCharacter.At(text, end, out var units) & TokenCharacter.Number) == 0) break;
            end += units;
        }

        return end;
    }
}
