using System.Net;
using System.Net.Http.Headers;
using Amazon.S3;
using Amazon.S3.Model;
using Assay.Artifacts;
using Assay.Storage.Artifacts;
using MultipartUpload = Assay.Artifacts.MultipartUpload;

namespace Assay.Storage.S3;

/// <summary>
/// Artifacts as objects in a bucket of S3, or of a server that speaks S3: <c>mlflow-artifacts:/1/RUN/artifacts/a.txt</c> is the object
/// <c>PREFIX/1/RUN/artifacts/a.txt</c>. An object appears when its upload has ended, so a file is seen whole or not at all.
/// </summary>
public sealed class S3ArtifactStore : IArtifactStore, IDisposable
{
    private const int SmallFile = 1024 * 1024;
    private const int MostLargeFiles = 16;

    private readonly SemaphoreSlim _large = new(MostLargeFiles);
    private readonly AmazonS3Client _client;
    private readonly S3Address _address;
    private readonly S3MultipartUploads _uploads;

    internal S3ArtifactStore(S3Address address)
        : this(address, Environment.GetEnvironmentVariable)
    {
    }

    internal S3ArtifactStore(S3Address address, Func<string, string?> setting)
    {
        _address = address;
        _client = S3Client.Create(setting);
        _uploads = new S3MultipartUploads(_client, address, TimeProvider.System);
    }

    /// <inheritdoc/>
    public IMultipartUploads Uploads => _uploads;

    /// <inheritdoc/>
    public async Task WriteAsync(string artifactUri, string path, Stream content, CancellationToken cancellationToken = default)
    {
        var key = _address.Key(ArtifactUri.SplitFile(artifactUri, path));
        using var first = await PartBuffer.ReadAsync(content, SmallFile, cancellationToken).ConfigureAwait(false);
        if (first.Length < SmallFile)
        {
            await PutAsync(key, path, first, cancellationToken).ConfigureAwait(false);
            return;
        }

        // Larger files take memory for their parts: only so many at once.
        await _large.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await first.FillAsync(content, S3PartSize.Of(1), cancellationToken).ConfigureAwait(false);
            await (first.Length < S3PartSize.Of(1)
                ? PutAsync(key, path, first, cancellationToken)
                : _uploads.WriteAsync(new MultipartUpload(artifactUri, path, ""), first, content, cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            _large.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<ArtifactContent> OpenAsync(
        string artifactUri, string path, ArtifactRange? range = null, CancellationToken cancellationToken = default)
    {
        var key = _address.Key(ArtifactUri.SplitFile(artifactUri, path));
        if (range is { First: null } tail)
        {
            // Not every server that speaks S3 understands ranges from the end: ask for the size.
            var whole = await DescribeAsync(key, path, cancellationToken).ConfigureAwait(false);
            var (offset, length) = tail.Within(whole.Size);
            if (length == 0)
            {
                return whole;
            }

            range = new ArtifactRange(offset, offset + length - 1);
        }

        var request = new GetObjectRequest { BucketName = _address.Bucket, Key = key };
        if (range is { } asked)
        {
            request.ByteRange = new ByteRange($"bytes={asked.First}-{asked.Last}");
        }

        try
        {
            return Content(await _client.GetObjectAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return await DescribeAsync(key, path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (S3Faults.Translate(_address, Named(path), error) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ArtifactInfo>> ListAsync(
        string artifactUri, string? path = null, CancellationToken cancellationToken = default)
    {
        var folder = _address.Folder(ArtifactUri.Split(artifactUri, path));
        var shown = string.IsNullOrEmpty(path) ? "" : path + "/";
        var folders = new SortedDictionary<string, ArtifactInfo>(StringComparer.Ordinal);
        var entries = new List<ArtifactInfo>();
        await foreach (var page in Pages(folder, "/", path, cancellationToken).ConfigureAwait(false))
        {
            foreach (var name in (page.CommonPrefixes ?? []).Select(prefix => prefix[folder.Length..^1]).Where(name => name.Length > 0))
            {
                folders[name] = new ArtifactInfo(shown + name, true, null);
            }

            entries.AddRange((page.S3Objects ?? []).Where(item => item.Key.Length > folder.Length)
                .Select(item => new ArtifactInfo(shown + item.Key[folder.Length..], false, item.Size)));
        }

        entries.AddRange(folders.Values);
        entries.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return entries;
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string artifactUri, string? path, CancellationToken cancellationToken = default)
    {
        var parts = ArtifactUri.SplitDeleted(artifactUri, path);
        var shown = path ?? artifactUri;
        var key = _address.Key(parts);
        var found = await ExistsAsync(key, shown, cancellationToken).ConfigureAwait(false);
        if (found)
        {
            await Ask(shown, () => _client.DeleteObjectAsync(_address.Bucket, key, cancellationToken)).ConfigureAwait(false);
        }

        await foreach (var page in Pages(_address.Folder(parts), null, shown, cancellationToken).ConfigureAwait(false))
        {
            var keys = (page.S3Objects ?? []).ConvertAll(item => new KeyVersion { Key = item.Key });
            if (keys.Count > 0)
            {
                found = true;
                var request = new DeleteObjectsRequest { BucketName = _address.Bucket, Objects = keys, Quiet = true };
                await Ask(shown, () => _client.DeleteObjectsAsync(request, cancellationToken)).ConfigureAwait(false);
            }
        }

        if (!found)
        {
            throw new AssayException(ErrorCode.ResourceDoesNotExist, $"No such artifact: '{shown}'");
        }
    }

    /// <summary>Lets go of the connections.</summary>
    public void Dispose()
    {
        _client.Dispose();
        _large.Dispose();
    }

    private async Task PutAsync(string key, string path, PartBuffer bytes, CancellationToken cancellationToken)
    {
        var request = new PutObjectRequest
        {
            BucketName = _address.Bucket, Key = key, InputStream = bytes.AsStream(), AutoCloseStream = false, UseChunkEncoding = false,
        };
        await Ask(path, () => _client.PutObjectAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    private static string Named(string? path) => $"artifact: '{path}'";

    private Task<T> Ask<T>(string? path, Func<Task<T>> call) => S3Faults.TranslateAsync(_address, Named(path), call);

    private async IAsyncEnumerable<ListObjectsV2Response> Pages(
        string prefix, string? delimiter, string? path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = _address.Bucket, Prefix = prefix, Delimiter = delimiter };
        do
        {
            var page = await Ask(path, () => _client.ListObjectsV2Async(request, cancellationToken)).ConfigureAwait(false);
            yield return page;
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
    }

    private async Task<bool> ExistsAsync(string key, string path, CancellationToken cancellationToken)
    {
        try
        {
            await DescribeAsync(key, path, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (AssayException missing) when (missing is { Code: ErrorCode.ResourceDoesNotExist, InnerException: AmazonS3Exception { ErrorCode: not "NoSuchBucket" } })
        {
            return false;
        }
    }

    /// <summary>What is known of an object, with none of its bytes.</summary>
    private async Task<ArtifactContent> DescribeAsync(string key, string path, CancellationToken cancellationToken)
    {
        var found = await Ask(path, () => _client.GetObjectMetadataAsync(_address.Bucket, key, cancellationToken)).ConfigureAwait(false);
        return new ArtifactContent(Stream.Null)
        {
            Size = found.ContentLength, Offset = 0, Length = 0, LastModified = Utc(found.LastModified), ETag = found.ETag.Trim('"'),
        };
    }

    private static ArtifactContent Content(GetObjectResponse answer)
    {
        var range = ContentRangeHeaderValue.TryParse(answer.ContentRange, out var parsed) ? parsed : null;
        return new ArtifactContent(answer.ResponseStream)
        {
            Size = range?.Length ?? answer.ContentLength,
            Offset = range?.From ?? 0,
            Length = answer.ContentLength,
            LastModified = Utc(answer.LastModified),
            ETag = answer.ETag.Trim('"'),
        };
    }

    private static DateTimeOffset Utc(DateTime? time) => time is { } known ? known.ToUniversalTime() : DateTimeOffset.UnixEpoch;
}
