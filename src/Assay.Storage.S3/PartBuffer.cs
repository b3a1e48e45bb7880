using System.Buffers;

namespace Assay.Storage.S3;

/// <summary>The next bytes of a stream, up to the size of a part, in memory that is lent: small files take little of it.</summary>
internal sealed class PartBuffer : IDisposable
{
    private const int FirstSize = 64 * 1024;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);

    public int Length { get; private set; }

    public static async Task<PartBuffer> ReadAsync(Stream content, int most, CancellationToken cancellationToken)
    {
        var buffer = new PartBuffer();
        try
        {
            await buffer.FillAsync(content, most, cancellationToken).ConfigureAwait(false);
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>Reads on until there are so many bytes; fewer only when the stream has ended.</summary>
    public async Task FillAsync(Stream content, int most, CancellationToken cancellationToken)
    {
        while (Length < most)
        {
            Grow(most);
            var room = _bytes.AsMemory(Length, Math.Min(_bytes.Length, most) - Length);
            var read = await content.ReadAtLeastAsync(room, room.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            Length += read;
            if (read < room.Length)
            {
                break;
            }
        }
    }

    /// <summary>Forgets what was read and keeps the memory, for the next part.</summary>
    public void Clear() => Length = 0;

    /// <summary>The bytes as a stream that can be read again.</summary>
    public MemoryStream AsStream() => new(_bytes, 0, Length, writable: false);

    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            Length = 0;
        }
    }

    private void Grow(int most)
    {
        if (Length < _bytes.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(8L * _bytes.Length, most));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
