namespace Assay.Import.Mlruns;

/// <summary>
/// Looks into a folder that comes from elsewhere. Links are never followed, wherever they lead: one could lead out of the folder, or in a circle.
/// </summary>
internal static class SafeFolder
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>The folders in a folder; none when there is no such folder. A link is none.</summary>
    public static IEnumerable<DirectoryInfo> Folders(string path) => Entries(path).OfType<DirectoryInfo>().Where(entry => !IsLink(entry));

    /// <summary>All that is in a folder, links too; nothing when there is no such folder or it is a link.</summary>
    public static IEnumerable<FileSystemInfo> Entries(string path)
    {
        var folder = new DirectoryInfo(path);
        return folder.Exists && !IsLink(folder) ? folder.EnumerateFileSystemInfos("*", Everything) : [];
    }

    public static bool Exists(string path) => new DirectoryInfo(path) is { Exists: true } folder && !IsLink(folder);

    public static bool IsLink(FileSystemInfo entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>Opens a file that is no link and not too large.</summary>
    /// <exception cref="DamagedException">It is a link, or too large.</exception>
    public static FileStream Open(string path, long largest = long.MaxValue)
    {
        var file = new FileInfo(path);
        if (file.Exists && IsLink(file))
        {
            throw new DamagedException($"{file.Name} is a link; links are not followed");
        }

        if (file.Exists && file.Length > largest)
        {
            throw new DamagedException($"{file.Name} has {file.Length:N0} bytes, more than the {largest:N0} that such a file may have");
        }

        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 65_536);
    }
}
