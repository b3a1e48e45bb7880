namespace Assay.Import.Mlruns;

/// <summary>
/// Where the files of a run or a model lie. Folders are moved and their meta files not rewritten, so it is first the <c>artifacts</c> folder beside the
/// meta file; then, for a server that kept artifacts itself, the folder <c>mlartifacts</c> beside <c>mlruns</c>, as it does by default. What
/// lies anywhere else is not read: a meta file must not be able to have any file of this machine copied.
/// </summary>
/// <param name="root">The mlruns folder.</param>
internal sealed class ArtifactFolders(string root)
{
    private const string Proxied = "mlflow-artifacts:";

    private readonly string _served = Path.Combine(Path.GetDirectoryName(root) ?? root, "mlartifacts");

    /// <summary>The files; null, with the reason named, when they lie where they are not read.</summary>
    /// <param name="folder">The folder of the run or model.</param>
    /// <param name="uri">Where its meta file says that they are.</param>
    /// <param name="parts">Where the reason is named.</param>
    public IArtifactTree? Find(string folder, string uri, PartLog parts)
    {
        var own = Path.Combine(folder, "artifacts");
        if (SafeFolder.Entries(own).Any())
        {
            return new FolderArtifacts(own);
        }

        if (Served(uri) is { } served && SafeFolder.Entries(served).Any())
        {
            return new FolderArtifacts(served);
        }

        if (IsElsewhere(folder, uri))
        {
            parts.LeaveOut("artifacts", $"they are kept at {uri}, which is outside of the folder and not read; import from the running server to copy them");
        }

        return null;
    }

    /// <summary>The place under <c>mlartifacts</c> of <c>mlflow-artifacts:/A/B</c>, or of <c>mlflow-artifacts://HOST/A/B</c>.</summary>
    private string? Served(string uri)
    {
        if (!uri.StartsWith(Proxied, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = uri[Proxied.Length..];
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            rest = rest.IndexOf('/', 2) is > 0 and var slash ? rest[slash..] : "";
        }

        var names = rest.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var place = _served;
        foreach (var name in names)
        {
            place = Path.Combine(place, name);
            if (name is "." or ".." || name.Contains('\\', StringComparison.Ordinal) || !SafeFolder.Exists(place))
            {
                return null;
            }
        }

        return names.Length > 0 ? place : null;
    }

    /// <summary>Whether the URI does not end as the folder itself does; then the files never lay here. An empty <c>mlartifacts</c> has none.</summary>
    private bool IsElsewhere(string folder, string uri)
    {
        if (uri.Length == 0 || (uri.StartsWith(Proxied, StringComparison.Ordinal) && SafeFolder.Exists(_served)))
        {
            return false;
        }

        var place = Uri.UnescapeDataString(uri).Replace('\\', '/').TrimEnd('/');
        return !place.EndsWith($"/{Path.GetFileName(folder)}/artifacts", StringComparison.Ordinal)
            || (place.Contains("://", StringComparison.Ordinal) && !place.StartsWith("file:", StringComparison.Ordinal))
            || place.StartsWith(Proxied, StringComparison.Ordinal);
    }
}
