namespace Assay.Server.Limits;

/// <summary>
/// A body whose length was not said: what arrives is charged as it arrives, so that a short one costs nothing and a long one cannot hold more
/// than one of known length could.
/// </summary>
/// <param name="body">What arrives.</param>
/// <param name="step">What is charged at a time; the first of it is free.</param>
/// <param name="charge">Charges that many bytes; throws when there is no room for them.</param>
internal sealed class ChargedBody(Stream body, int step, Action<long> charge) : Stream
{
    private long _read;
    private long _paid = step;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        for (_read += count; _read > _paid; _paid += step)
        {
            charge(step);
        }

        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
