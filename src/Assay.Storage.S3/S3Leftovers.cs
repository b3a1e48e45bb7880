using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Assay.Storage.S3;

/// <summary>
/// Removes uploads that nobody ended: S3 keeps their parts, unseen and paid for, until they are aborted. Once in a process, before its first
/// upload in parts. A server that does not tell its uploads, or a user who may not see them, is left alone.
/// </summary>
internal sealed class S3Leftovers(IAmazonS3 client, S3Address address, TimeProvider clock)
{
    // S3 tells when an upload was begun, not when it was touched last.
    private static readonly TimeSpan Age = TimeSpan.FromDays(7);

    private int _swept;

    public async Task SweepOnceAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _swept, 1) != 0)
        {
            return;
        }

        try
        {
            await SweepAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - Age;
        var request = new ListMultipartUploadsRequest { BucketName = address.Bucket, Prefix = address.Prefix };
        ListMultipartUploadsResponse page;
        do
        {
            page = await client.ListMultipartUploadsAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var upload in (page.MultipartUploads ?? []).Where(upload => upload.Initiated?.ToUniversalTime() < oldest))
            {
                await client.AbortMultipartUploadAsync(address.Bucket, upload.Key, upload.UploadId, cancellationToken).ConfigureAwait(false);
            }

            (request.KeyMarker, request.UploadIdMarker) = (page.NextKeyMarker, page.NextUploadIdMarker);
        }
        while (page.IsTruncated == true);
    }
}
