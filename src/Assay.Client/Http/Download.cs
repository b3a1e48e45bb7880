namespace Assay.Client.Http;

/// <summary>The body of an answer, read as it arrives. Silence and broken connections are refusals; the response goes with it.</summary>
/// <param name="response">The response, which is disposed with the stream.</param>
/// <param name="body">Its body.</param>
/// <param name="server">The server, for messages.</param>
/// <param name="options">How long silence may last.</param>
internal sealed class Download(HttpResponseMessage response, Stream body, ServiceAddress server, RemoteStoreOptions options) : Stream
{
    private long _remaining = long.MaxValue;

    public HttpResponseMessage Response => response;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>
    /// Fills the buffer while there is more to come: MLflow sends a file line by line, each in a chunk of its own, and whoever passes the file on
    /// would pass on every few bytes by themselves.
    /// </summary>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var patience = new Patience(options.Timeout, options.TimeProvider, cancellationToken);
        var free = buffer[..(int)Math.Min(buffer.Length, _remaining)];
        var filled = 0;
        try
        {
            int read;
            do
            {
                read = await body.ReadAsync(free[filled..], patience.Token).ConfigureAwait(false);
                patience.Renew();
                filled += read;
            }
            while (read > 0 && filled < free.Length);
            _remaining -= filled;
            return filled;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && failure is IOException or HttpRequestException or OperationCanceledException)
        {
            throw new AssayException(ErrorCode.TemporarilyUnavailable, $"The connection to {server} broke while a file was read", failure);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = body.Read(buffer, offset, (int)Math.Min(count, _remaining));
        _remaining -= read;
        return read;
    }

    /// <summary>Leaves out what precedes a part, and what follows it: for servers that send all where a part was asked for.</summary>
    public async Task CutAsync(long offset, long length, CancellationToken cancellationToken)
    {
        var skipped = new byte[81_920];
        while (offset > 0)
        {
            var read = await ReadAsync(skipped.AsMemory(0, (int)Math.Min(skipped.Length, offset)), cancellationToken).ConfigureAwait(false);
            offset = read == 0 ? 0 : offset - read;
        }

        _remaining = length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            response.Dispose();
        }

        base.Dispose(disposing);
    }
}
