namespace Assay.Artifacts;

/// <summary>
/// Files under an artifact URI (a run's <c>ArtifactUri</c>). Paths are relative with forward slashes; one that would leave its root is
/// refused (<see cref="ErrorCode.InvalidParameterValue"/>). A written file appears whole or not at all, and is durable once the call
/// returns; content is streamed in both directions, so its size costs no memory. A store that is full or out of reach refuses as
/// <see cref="ErrorCode.TemporarilyUnavailable"/>.
/// </summary>
public interface IArtifactStore
{
    /// <summary>Uploads in parts, where the store offers them; otherwise null.</summary>
    IMultipartUploads? Uploads => null;

    /// <summary>
    /// Writes a file from a stream of any length; an older one of that path is replaced. When the stream fails, or the caller cancels,
    /// nothing has changed.
    /// </summary>
    Task WriteAsync(string artifactUri, string path, Stream content, CancellationToken cancellationToken = default);

    /// <summary>
    /// Opens a file, or the part of it that a range names (null for all). A range that lies behind the file's end gives content of no
    /// length. Throws <see cref="ErrorCode.ResourceDoesNotExist"/> when there is no such file. Dispose what it gives.
    /// </summary>
    Task<ArtifactContent> OpenAsync(
        string artifactUri, string path, ArtifactRange? range = null, CancellationToken cancellationToken = default);

    /// <summary>Opens a file to read from its begin. Throws <see cref="ErrorCode.ResourceDoesNotExist"/> when there is none.</summary>
    async Task<Stream> OpenReadAsync(string artifactUri, string path, CancellationToken cancellationToken = default) =>
        (await OpenAsync(artifactUri, path, null, cancellationToken).ConfigureAwait(false)).Stream;

    /// <summary>The files and folders directly under a folder (null for the root), ordered by path; empty when it does not exist.</summary>
    Task<IReadOnlyList<ArtifactInfo>> ListAsync(string artifactUri, string? path = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes a file, or a folder with all in it; null for all under the URI. Throws <see cref="ErrorCode.ResourceDoesNotExist"/> when
    /// there is nothing.
    /// </summary>
    Task DeleteAsync(string artifactUri, string? path, CancellationToken cancellationToken = default);
}
