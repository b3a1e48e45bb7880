using Assay.Artifacts;

namespace Assay.Import.Mlruns;

/// <summary>Files in a folder of the disk.</summary>
internal sealed class FolderArtifacts(string root) : IArtifactTree
{
    public Task<IReadOnlyList<ArtifactInfo>> ListAsync(string? path, PartLog parts, CancellationToken cancellationToken)
    {
        var entries = new List<ArtifactInfo>();
        foreach (var entry in SafeFolder.Entries(Locate(path)))
        {
            var name = path is null ? entry.Name : $"{path}/{entry.Name}";
            if (SafeFolder.IsLink(entry))
            {
                parts.LeaveOut($"artifact '{name}'", "it is a link; links are not followed");
            }
            else
            {
                entries.Add(new ArtifactInfo(name, entry is DirectoryInfo, (entry as FileInfo)?.Length));
            }
        }

        entries.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return Task.FromResult<IReadOnlyList<ArtifactInfo>>(entries);
    }

    public Task<Stream> OpenReadAsync(string path, CancellationToken cancellationToken) => Task.FromResult<Stream>(SafeFolder.Open(Locate(path)));

    private string Locate(string? path) => path is null ? root : Path.Combine(root, path);
}
