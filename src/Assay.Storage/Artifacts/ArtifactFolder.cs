namespace Assay.Storage.Artifacts;

/// <summary>The folder that holds artifacts: where a path lies in it, and how a written file gets there.</summary>
internal sealed class ArtifactFolder(string root)
{
    private const int UnixDiskFull = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    // A folder may be deleted between its creation and the renaming into it.
    private const int MostAttempts = 100;

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Where a path lies. No part of the way may be a link: it could lead out of the root.</summary>
    public string Locate(string[] parts)
    {
        var place = Root;
        foreach (var part in parts)
        {
            place = Path.Combine(place, part);
            if (new FileInfo(place).LinkTarget is not null)
            {
                throw ArtifactPath.Invalid(string.Join('/', parts), $"'{part}' is a link");
            }
        }

        return place;
    }

    /// <summary>Refuses a file whose place is a folder, or whose folder is a file.</summary>
    public void CheckFree(string target, string path)
    {
        if (Directory.Exists(target))
        {
            throw ArtifactPath.Invalid(path, "it is a folder");
        }

        if (HasFileAbove(target))
        {
            throw ArtifactPath.Invalid(path, "a part of it is a file");
        }
    }

    /// <summary>Moves a whole and flushed file to its place, in one step, and makes its name durable.</summary>
    public void Publish(string staged, string target, string path)
    {
        var folder = Path.GetDirectoryName(target)!;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Flushed only when all names are there: in between, whoever deletes the folder has more time to.
                var changed = Missing(folder).ToList();
                Directory.CreateDirectory(folder);
                File.Move(staged, target, overwrite: true);
                changed.ForEach(FolderFlush.Flush);
                return;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                CheckFree(target, path);
                if (attempt == MostAttempts)
                {
                    throw Unavailable(target, error);
                }
            }
        }
    }

    public static AssayException NotFound(string? path) => new(ErrorCode.ResourceDoesNotExist, $"No such artifact: '{path}'");

    /// <summary>Why nothing can be written; where the disk is full, the file that was being written under a temporary name says nothing to anybody.</summary>
    public static AssayException Unavailable(string place, Exception error) => new(
        ErrorCode.TemporarilyUnavailable,
        error.HResult is UnixDiskFull or WindowsDiskFull
            ? "The disk of the artifacts is full. Nothing was written; free some space and try again."
            : $"{place} cannot be written: {error.Message}",
        error);

    /// <summary>A folder, and those above it in which a name will be new when it is created.</summary>
    private static IEnumerable<string> Missing(string folder)
    {
        yield return folder;
        for (var place = folder; !Directory.Exists(place) && Path.GetDirectoryName(place) is { } above; place = above)
        {
            yield return above;
        }
    }

    private bool HasFileAbove(string target)
    {
        for (var parent = Path.GetDirectoryName(target); parent is not null && parent.Length > Root.Length; parent = Path.GetDirectoryName(parent))
        {
            if (File.Exists(parent))
            {
                return true;
            }
        }

        return false;
    }
}
