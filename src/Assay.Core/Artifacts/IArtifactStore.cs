namespace Assay.Artifacts;

/// <summary>
/// Files under an artifact URI (a run's <c>ArtifactUri</c>). Paths are relative with forward slashes; one that would leave its root is
/// refused (<see cref="ErrorCode.InvalidParameterValue"/>). A written file appears whole or not at all.
/// </summary>
public interface IArtifactStore
{
    /// <summary>Writes a file from a stream; an older one of that path is replaced.</summary>
    Task WriteAsync(string artifactUri, string path, Stream content, CancellationToken cancellationToken = default);

    /// <summary>Opens a file to read. Throws <see cref="ErrorCode.ResourceDoesNotExist"/> when there is none.</summary>
    Task<Stream> OpenReadAsync(string artifactUri, string path, CancellationToken cancellationToken = default);

    /// <summary>The files and folders directly under a folder (null for the root), ordered by path; empty when it does not exist.</summary>
    Task<IReadOnlyList<ArtifactInfo>> ListAsync(string artifactUri, string? path = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a file, or a folder with all in it.</summary>
    Task DeleteAsync(string artifactUri, string path, CancellationToken cancellationToken = default);
}
