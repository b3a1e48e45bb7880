namespace Assay.Artifacts;

/// <summary>
/// Files that arrive in parts, in any order and several at once. Nothing is seen of the file before the upload is completed. What nobody
/// completes nor aborts is removed when it has not been touched for a day or more.
/// </summary>
public interface IMultipartUploads
{
    /// <summary>The most parts that an upload may have; they are numbered from 1.</summary>
    const int MostParts = 10_000;

    /// <summary>Begins an upload.</summary>
    Task<MultipartUpload> CreateAsync(string artifactUri, string path, CancellationToken cancellationToken = default);

    /// <summary>
    /// The address at which whoever is told it may PUT a part without further credentials, for some hours; null when parts go through
    /// <see cref="WritePartAsync"/> only.
    /// </summary>
    Task<Uri?> PartAddressAsync(MultipartUpload upload, int number, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes a part; an older one of that number is replaced. Throws <see cref="ErrorCode.ResourceDoesNotExist"/> when there is no such
    /// upload.
    /// </summary>
    Task<UploadedPart> WritePartAsync(MultipartUpload upload, int number, Stream content, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes the file of the parts named, in the order of their numbers. Throws <see cref="ErrorCode.ResourceDoesNotExist"/> when there is
    /// no such upload, <see cref="ErrorCode.InvalidParameterValue"/> when a part is not there as it was named.
    /// </summary>
    Task CompleteAsync(MultipartUpload upload, IReadOnlyList<UploadedPart> parts, CancellationToken cancellationToken = default);

    /// <summary>Removes all that was uploaded. Throws <see cref="ErrorCode.ResourceDoesNotExist"/> when there is no such upload.</summary>
    Task AbortAsync(MultipartUpload upload, CancellationToken cancellationToken = default);
}
