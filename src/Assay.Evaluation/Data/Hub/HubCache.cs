namespace Assay.Data.Hub;

/// <summary>Answers of the hub on disk. A file is there whole or not at all, so that a reading that broke goes on where it was.</summary>
internal sealed class HubCache(string folder)
{
    /// <summary>Where the user's caches are, as the environment says.</summary>
    public static string DefaultFolder(Func<string, string?> variable)
    {
        if (variable("ASSAY_CACHE") is { Length: > 0 } own)
        {
            return own;
        }

        if (variable("HF_HOME") is { Length: > 0 } hub)
        {
            return Path.Combine(hub, "assay");
        }

        if (variable("XDG_CACHE_HOME") is { Length: > 0 } caches)
        {
            return Path.Combine(caches, "assay");
        }

        return OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "assay", "cache")
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "assay");
    }

    /// <summary>A path whose parts may be anything.</summary>
    public string PathOf(params string[] parts) => Path.Combine([folder, .. parts.Select(Safe)]);

    public static async Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, "read", failure);
        }
    }

    public static async Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(unfinished, content, cancellationToken).ConfigureAwait(false);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
            throw Unusable(path, "written", failure);
        }
        catch (OperationCanceledException)
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Every name becomes one that no file system reads otherwise.</summary>
    private static string Safe(string part) => Uri.EscapeDataString(part).Replace("%", "=", StringComparison.Ordinal) is var safe && safe.Trim('.').Length == 0
        ? $"={safe}"
        : safe;

    private static BadInputException Unusable(string path, string what, Exception failure) => new(
        $"{path}: the cache cannot be {what} ({failure.Message.TrimEnd('.')}); set ASSAY_CACHE to a folder where it can", failure);
}
