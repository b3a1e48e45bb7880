using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Assay.Data;

/// <summary>Strict UTF-8: what is wrong is an error with its place, never a replacement character.</summary>
internal static class Utf8Text
{
    /// <summary>The place of the first byte that is not UTF-8; -1 when all are.</summary>
    public static int IndexOfInvalid(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return -1;
        }

        var place = 0;
        while (Rune.DecodeFromUtf8(bytes[place..], out _, out var length) == OperationStatus.Done)
        {
            place += length;
        }

        return place;
    }

    /// <summary>How many characters (code points) the bytes hold.</summary>
    public static int CountCharacters(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var one in bytes)
        {
            count += (one & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }

    /// <summary>Throws when bytes that begin at the start of a line are not UTF-8.</summary>
    public static void Check(ReadOnlySpan<byte> bytes, string source, long line)
    {
        var place = IndexOfInvalid(bytes);
        if (place < 0)
        {
            return;
        }

        line += bytes[..place].Count((byte)'\n');
        var column = place - bytes[..place].LastIndexOf((byte)'\n');
        throw new BadInputException($"{source}, line {line}, byte {column}: not UTF-8 (0x{bytes[place]:X2}); save the file as UTF-8");
    }
}
