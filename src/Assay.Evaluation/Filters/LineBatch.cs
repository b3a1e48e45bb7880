using System.Buffers;

namespace Assay.Filters;

/// <summary>Some whole lines, in a rented buffer.</summary>
/// <param name="Buffer">The buffer; given back by <see cref="Release"/>.</param>
/// <param name="Length">How much of it is lines.</param>
/// <param name="FirstLine">The number of the first line, from 1.</param>
/// <param name="IsTooLong">Whether it stands for one line that was longer than a line may be; it holds nothing then.</param>
internal readonly record struct LineBatch(byte[] Buffer, int Length, long FirstLine, bool IsTooLong)
{
    public ReadOnlyMemory<byte> Lines => Buffer.AsMemory(0, Length);

    public void Release() => ArrayPool<byte>.Shared.Return(Buffer);
}
