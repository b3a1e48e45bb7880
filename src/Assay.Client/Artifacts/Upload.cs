using System.Net;
using Assay.Client.Http;

namespace Assay.Client.Artifacts;

/// <summary>A stream as the body of a request, sent piece by piece. Each piece that goes out is a sign of life.</summary>
internal sealed class Upload(Stream content, Patience patience) : HttpContent
{
    private const int BufferSize = 81_920;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            patience.Renew();
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <summary>Some streams say 0 and have more, as files under /proc do: those are sent without saying how long they are.</summary>
    protected override bool TryComputeLength(out long length)
    {
        length = content.CanSeek ? content.Length - content.Position : 0;
        return length > 0;
    }

    private async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new ContentException(failure);
        }
    }
}
