using System.Buffers.Binary;

namespace Assay.Storage.Tracking.Envelopes;

/// <summary>Blocks as the bytes of a column: 13 numbers of 8 bytes each, little-endian, one block after the other.</summary>
internal static class BlockBytes
{
    private const int Numbers = 13;
    private const int Size = Numbers * sizeof(long);

    public static byte[] Write(IReadOnlyList<PointBlock> blocks)
    {
        var bytes = new byte[blocks.Count * Size];
        Span<long> numbers = stackalloc long[Numbers];
        for (var i = 0; i < blocks.Count; i++)
        {
            Take(blocks[i], numbers);
            for (var n = 0; n < Numbers; n++)
            {
                BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan((i * Size) + (n * sizeof(long))), numbers[n]);
            }
        }

        return bytes;
    }

    public static PointBlock[] Read(byte[] bytes)
    {
        var blocks = new PointBlock[bytes.Length / Size];
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i] = Block(bytes.AsSpan(i * Size, Size));
        }

        return blocks;
    }

    private static void Take(PointBlock block, Span<long> numbers) =>
        ((ReadOnlySpan<long>)
        [
            block.First.Timestamp, block.First.Step, block.LastTimestamp, block.LeastStep, block.GreatestStep,
            (block.Count << 32) | block.NotFinite, Bits(block.Least), Bits(block.Greatest), Bits(block.Sum), Bits(block.Last),
            block.TopPlace.Timestamp, block.TopPlace.Step, Bits(block.Top),
        ]).CopyTo(numbers);

    private static PointBlock Block(ReadOnlySpan<byte> bytes) => new()
    {
        First = new(Long(bytes, 0), Long(bytes, 1)),
        LastTimestamp = Long(bytes, 2),
        LeastStep = Long(bytes, 3),
        GreatestStep = Long(bytes, 4),
        Count = Long(bytes, 5) >>> 32,
        NotFinite = Long(bytes, 5) & uint.MaxValue,
        Least = Real(bytes, 6),
        Greatest = Real(bytes, 7),
        Sum = Real(bytes, 8),
        Last = Real(bytes, 9),
        TopPlace = new(Long(bytes, 10), Long(bytes, 11)),
        Top = Real(bytes, 12),
    };

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);

    private static long Long(ReadOnlySpan<byte> bytes, int number) => BinaryPrimitives.ReadInt64LittleEndian(bytes[(number * sizeof(long))..]);

    private static double Real(ReadOnlySpan<byte> bytes, int number) => BinaryPrimitives.ReadDoubleLittleEndian(bytes[(number * sizeof(double))..]);
}
