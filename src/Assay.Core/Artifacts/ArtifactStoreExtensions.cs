namespace Assay.Artifacts;

/// <summary>Shorter ways to use an artifact store.</summary>
public static class ArtifactStoreExtensions
{
    /// <summary>Opens a file to read from its begin. Throws <see cref="ErrorCode.ResourceDoesNotExist"/> when there is none.</summary>
    public static async Task<Stream> OpenReadAsync(
        this IArtifactStore store, string artifactUri, string path, CancellationToken cancellationToken = default) =>
        (await store.OpenAsync(artifactUri, path, null, cancellationToken).ConfigureAwait(false)).Stream;
}
