namespace Assay.Tests;

/// <summary>A stream of any length that is never held: each byte follows from its place. Cannot seek, like a request's body.</summary>
internal sealed class GeneratedStream(long length) : Stream
{
    private const int Period = 1_000_003;
    private static readonly byte[] Pattern = Make();
    private long _position;

    /// <summary>Something to be done when a place is reached.</summary>
    public (long Place, Action Do)? Reached { get; init; }

    /// <summary>The place in a longer stream at which this one begins.</summary>
    public long From { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    /// <summary>Reads a stream to its end and says how many of its bytes are those of this stream from a place on; -1 when one is not.</summary>
    public static async Task<long> MatchAsync(Stream stream, long from, CancellationToken cancellationToken)
    {
        var buffer = new byte[256 * 1024];
        var expected = new byte[buffer.Length];
        var place = from;
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            Fill(expected.AsSpan(0, read), place);
            if (!expected.AsSpan(0, read).SequenceEqual(buffer.AsSpan(0, read)))
            {
                return -1;
            }

            place += read;
        }

        return place - from;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - _position);
        Fill(buffer[..count], From + _position);
        if (Reached is { } reached && _position < reached.Place && _position + count >= reached.Place)
        {
            reached.Do();
        }

        _position += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static void Fill(Span<byte> buffer, long place)
    {
        while (buffer.Length > 0)
        {
            var part = Pattern.AsSpan((int)(place % Period));
            part = part[..Math.Min(part.Length, buffer.Length)];
            part.CopyTo(buffer);
            buffer = buffer[part.Length..];
            place += part.Length;
        }
    }

    private static byte[] Make()
    {
        var bytes = new byte[Period];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
