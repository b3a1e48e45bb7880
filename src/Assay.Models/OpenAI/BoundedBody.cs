namespace Assay.Models;

/// <summary>Reads a response's body whole, up to a bound that no honest answer reaches.</summary>
internal static class BoundedBody
{
    public const int Most = 32 << 20;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, OpenAIService service, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var piece = new byte[16 << 10];
        int read;
        while ((read = await stream.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0)
        {
            body.Write(piece, 0, read);
            if (body.Length > Most)
            {
                throw new ModelException(
                    ModelFailure.ServiceError, $"{service.Host} sent an answer of more than {Most >> 20} MB") { WorthRetrying = false };
            }
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
