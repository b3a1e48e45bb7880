using Assay.Artifacts;

namespace Assay.Import;

/// <summary>The files of a run or a model at the source. Paths are relative with forward slashes.</summary>
public interface IArtifactTree
{
    /// <summary>The files and folders directly under a folder; null for the root.</summary>
    Task<IReadOnlyList<ArtifactInfo>> ListAsync(string? path, PartLog parts, CancellationToken cancellationToken);

    /// <summary>Opens a file to read.</summary>
    Task<Stream> OpenReadAsync(string path, CancellationToken cancellationToken);
}
