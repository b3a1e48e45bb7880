using Amazon.S3;
using Amazon.S3.Model;
using Assay.Artifacts;
using Assay.Storage.Artifacts;
using MultipartUpload = Assay.Artifacts.MultipartUpload;

namespace Assay.Storage.S3;

/// <summary>Uploads in parts that S3 itself keeps; whoever uploads through a server writes the parts to S3 directly, at signed addresses.</summary>
internal sealed class S3MultipartUploads(IAmazonS3 client, S3Address address, TimeProvider clock) : IMultipartUploads
{
    private const int MostHeld = 128 * 1024 * 1024;

    private static readonly TimeSpan AddressLife = TimeSpan.FromHours(12);
    private static readonly TimeSpan AbortTime = TimeSpan.FromSeconds(30);
    private readonly S3Leftovers _leftovers = new(client, address, clock);

    public async Task<MultipartUpload> CreateAsync(string artifactUri, string path, CancellationToken cancellationToken = default)
    {
        var key = address.Key(ArtifactUri.SplitFile(artifactUri, path));
        await _leftovers.SweepOnceAsync(cancellationToken).ConfigureAwait(false);
        var request = new InitiateMultipartUploadRequest { BucketName = address.Bucket, Key = key };
        var answer = await Ask(path, () => client.InitiateMultipartUploadAsync(request, cancellationToken)).ConfigureAwait(false);
        return new MultipartUpload(artifactUri, path, answer.UploadId);
    }

    public async Task<Uri?> PartAddressAsync(MultipartUpload upload, int number, CancellationToken cancellationToken = default)
    {
        var request = new GetPreSignedUrlRequest
        {
            BucketName = address.Bucket, Key = KeyOf(upload), UploadId = upload.UploadId, PartNumber = number, Verb = HttpVerb.PUT,
            Protocol = client.Config.ServiceURL?.StartsWith("http://", StringComparison.OrdinalIgnoreCase) == true ? Protocol.HTTP : Protocol.HTTPS,
            Expires = clock.GetUtcNow().UtcDateTime + AddressLife,
        };
        return new Uri(await Ask(upload.Path, () => client.GetPreSignedURLAsync(request)).ConfigureAwait(false));
    }

    public async Task<UploadedPart> WritePartAsync(MultipartUpload upload, int number, Stream content, CancellationToken cancellationToken = default)
    {
        // S3 must be told the length first, so the part is held.
        using var buffer = await PartBuffer.ReadAsync(content, MostHeld + 1, cancellationToken).ConfigureAwait(false);
        if (buffer.Length > MostHeld)
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, $"Part {number} is too large: S3 is given parts of up to {MostHeld} bytes");
        }

        return await PutAsync(upload, number, buffer, cancellationToken).ConfigureAwait(false);
    }

    public async Task CompleteAsync(MultipartUpload upload, IReadOnlyList<UploadedPart> parts, CancellationToken cancellationToken = default)
    {
        var request = new CompleteMultipartUploadRequest
        {
            BucketName = address.Bucket, Key = KeyOf(upload), UploadId = upload.UploadId,
            PartETags = [.. parts.OrderBy(part => part.Number).Select(part => new PartETag(part.Number, part.ETag))],
        };
        await Ask(upload.Path, () => client.CompleteMultipartUploadAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public async Task AbortAsync(MultipartUpload upload, CancellationToken cancellationToken = default)
    {
        var request = new AbortMultipartUploadRequest { BucketName = address.Bucket, Key = KeyOf(upload), UploadId = upload.UploadId };
        await Ask(upload.Path, () => client.AbortMultipartUploadAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes a stream whose first part has been read. While a part is on its way the next is read: two parts are in memory at most. What
    /// fails is aborted.
    /// </summary>
    public async Task WriteAsync(MultipartUpload target, PartBuffer first, Stream content, CancellationToken cancellationToken)
    {
        var upload = await CreateAsync(target.ArtifactUri, target.Path, cancellationToken).ConfigureAwait(false);
        try
        {
            var parts = new List<UploadedPart>();
            await foreach (var part in PutAllAsync(upload, first, content, cancellationToken).ConfigureAwait(false))
            {
                parts.Add(part);
            }

            await CompleteAsync(upload, parts, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await AbortQuietlyAsync(upload).ConfigureAwait(false);
            throw;
        }
    }

    private async IAsyncEnumerable<UploadedPart> PutAllAsync(
        MultipartUpload upload, PartBuffer first, Stream content, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Two buffers take turns for the whole upload: lent anew for each part, they would be allocated anew whenever the pool was trimmed.
        using var second = new PartBuffer();
        var (sent, next) = (first, second);
        for (var number = 1; sent.Length > 0; number++)
        {
            var sending = PutAsync(upload, number, sent, cancellationToken);
            try
            {
                next.Clear();
                await next.FillAsync(content, S3PartSize.Of(number + 1), cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                // The memory is lent: it must not go back while it is being sent.
                await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            yield return await sending.ConfigureAwait(false);
            (sent, next) = (next, sent);
        }
    }

    private async Task<UploadedPart> PutAsync(MultipartUpload upload, int number, PartBuffer buffer, CancellationToken cancellationToken)
    {
        var request = new UploadPartRequest
        {
            BucketName = address.Bucket, Key = KeyOf(upload), UploadId = upload.UploadId, PartNumber = number,
            InputStream = buffer.AsStream(), PartSize = buffer.Length, UseChunkEncoding = false,
        };
        var answer = await Ask(upload.Path, () => client.UploadPartAsync(request, cancellationToken)).ConfigureAwait(false);
        return new UploadedPart(number, answer.ETag.Trim('"'));
    }

    /// <summary>Removes what was uploaded; the failure that matters is already on its way, and what stays is swept later.</summary>
    private async Task AbortQuietlyAsync(MultipartUpload upload)
    {
        using var time = new CancellationTokenSource(AbortTime, clock);
        try
        {
            await AbortAsync(upload, time.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is AssayException or OperationCanceledException)
        {
        }
    }

    private string KeyOf(MultipartUpload upload) => address.Key(ArtifactUri.SplitFile(upload.ArtifactUri, upload.Path));

    private Task<T> Ask<T>(string path, Func<Task<T>> call) => S3Faults.TranslateAsync(address, $"artifact or upload: '{path}'", call);
}
