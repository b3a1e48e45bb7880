using System.Buffers.Binary;

namespace Assay.Tokens;

/// <summary>
/// The ranks of p50k_base, made for code: those of gpt2, a rank for its end of text, and 24 more for runs of 2 to 25 spaces.
/// </summary>
internal static class CodeRanks
{
    private const int ShortestRun = 2, LongestRun = 25;

    /// <summary>Bytes that no text in UTF-8 has, in the place of the end of text, which is no text's token.</summary>
    private static ReadOnlySpan<byte> EndOfText => [0xFF, 0xFF, 0xFF];

    /// <summary>The packed ranks, from those of gpt2.</summary>
    public static ArraySegment<byte> From(ArraySegment<byte> gpt2)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(gpt2);
        var packed = new MemoryStream(gpt2.Count + 512);
        Span<byte> header = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(header, count + 2 + LongestRun - ShortestRun);
        packed.Write(header);
        packed.Write(gpt2.Slice(4, count));
        packed.WriteByte((byte)EndOfText.Length);
        for (var length = ShortestRun; length <= LongestRun; length++)
        {
            packed.WriteByte((byte)length);
        }

        packed.Write(gpt2[(4 + count)..]);
        packed.Write(EndOfText);
        var spaces = new string(' ', LongestRun).Select(space => (byte)space).ToArray();
        for (var length = ShortestRun; length <= LongestRun; length++)
        {
            packed.Write(spaces.AsSpan(0, length));
        }

        return new ArraySegment<byte>(packed.GetBuffer(), 0, (int)packed.Length);
    }
}
