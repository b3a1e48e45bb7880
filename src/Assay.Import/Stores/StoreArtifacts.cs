using Assay.Artifacts;

namespace Assay.Import.Stores;

/// <summary>Files of a run or a model of a store.</summary>
internal sealed class StoreArtifacts(IArtifactStore store, string uri) : IArtifactTree
{
    public Task<IReadOnlyList<ArtifactInfo>> ListAsync(string? path, PartLog parts, CancellationToken cancellationToken) =>
        store.ListAsync(uri, path, cancellationToken);

    public Task<Stream> OpenReadAsync(string path, CancellationToken cancellationToken) => store.OpenReadAsync(uri, path, cancellationToken);
}
