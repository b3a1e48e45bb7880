namespace Assay.Client.Http;

/// <summary>The body of an answer, read as it arrives. Silence and broken connections are refusals; the response goes with it.</summary>
internal sealed class Download(HttpResponseMessage response, Stream body, ServiceAddress server, RemoteStoreOptions options) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var patience = new Patience(options.Timeout, options.TimeProvider, cancellationToken);
        try
        {
            return await body.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && failure is IOException or HttpRequestException or OperationCanceledException)
        {
            throw new AssayException(ErrorCode.TemporarilyUnavailable, $"The connection to {server} broke while a file was read", failure);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => body.Read(buffer, offset, count);

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
