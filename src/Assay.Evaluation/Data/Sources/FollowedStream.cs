namespace Assay.Data.Sources;

/// <summary>A stream, and then some bytes more.</summary>
internal sealed class FollowedStream(Stream first, ReadOnlyMemory<byte> then) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _then = then;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await first.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (read > 0 || buffer.IsEmpty)
        {
            return read;
        }

        read = Math.Min(buffer.Length, _then.Length);
        _then[..read].CopyTo(buffer);
        _then = _then[read..];
        return read;
    }
}
