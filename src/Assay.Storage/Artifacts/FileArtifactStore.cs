using Assay.Artifacts;

namespace Assay.Storage.Artifacts;

/// <summary>Artifacts as files in a folder: <c>mlflow-artifacts:/1/RUN/artifacts</c> is its subfolder <c>1/RUN/artifacts</c>.</summary>
/// <param name="root">The folder; created by the first write.</param>
public sealed class FileArtifactStore(string root) : IArtifactStore
{
    private const int BufferSize = 81_920;
    private readonly string _root = Path.GetFullPath(root);

    /// <inheritdoc/>
    public async Task WriteAsync(string artifactUri, string path, Stream content, CancellationToken cancellationToken = default)
    {
        var target = Locate(artifactUri, Named(path));
        if (Directory.Exists(target))
        {
            throw ArtifactPath.Invalid(path, "it is a folder");
        }

        var folder = Path.GetDirectoryName(target)!;
        var temporary = Path.Combine(folder, ArtifactPath.TemporaryPrefix + Guid.NewGuid().ToString("N"));
        try
        {
            CreateFolder(folder);
            await CopyAsync(content, temporary, cancellationToken).ConfigureAwait(false);
            File.Move(temporary, target, overwrite: true);
            FolderFlush.Flush(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Failed(error, path, target);
        }
        finally
        {
            Discard(temporary);
        }
    }

    /// <inheritdoc/>
    public Task<Stream> OpenReadAsync(string artifactUri, string path, CancellationToken cancellationToken = default)
    {
        var file = Locate(artifactUri, Named(path));
        if (!File.Exists(file))
        {
            throw Missing(path);
        }

        try
        {
            return Task.FromResult<Stream>(
                new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous));
        }
        catch (FileNotFoundException)
        {
            throw Missing(path);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ArtifactInfo>> ListAsync(string artifactUri, string? path = null, CancellationToken cancellationToken = default)
    {
        var folder = new DirectoryInfo(Locate(artifactUri, path));
        IReadOnlyList<ArtifactInfo> entries = !folder.Exists
            ? []
            : [.. folder.EnumerateFileSystemInfos()
                .Where(entry => !IsLink(entry) && !entry.Name.StartsWith(ArtifactPath.TemporaryPrefix, StringComparison.Ordinal))
                .Select(entry => new ArtifactInfo(
                    string.IsNullOrEmpty(path) ? entry.Name : $"{path}/{entry.Name}", entry is DirectoryInfo, (entry as FileInfo)?.Length))
                .OrderBy(entry => entry.Path, StringComparer.Ordinal)];
        return Task.FromResult(entries);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string artifactUri, string path, CancellationToken cancellationToken = default)
    {
        var target = Locate(artifactUri, Named(path));
        try
        {
            if (Directory.Exists(target))
            {
                Directory.Delete(target, recursive: true);
            }
            else if (File.Exists(target))
            {
                File.Delete(target);
            }
            else
            {
                throw Missing(path);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Failed(error, path, target);
        }

        FolderFlush.Flush(Path.GetDirectoryName(target)!);
        return Task.CompletedTask;
    }

    /// <summary>Where a path lies. No part of the way may be a link: it could lead out of the root.</summary>
    private string Locate(string artifactUri, string? path)
    {
        var place = _root;
        foreach (var part in ArtifactUri.Split(artifactUri, path))
        {
            place = Path.Combine(place, part);
            if (IsLink(new FileInfo(place)))
            {
                throw ArtifactPath.Invalid(path ?? artifactUri, $"'{part}' is a link");
            }
        }

        return place;
    }

    private static bool IsLink(FileSystemInfo entry) => entry.LinkTarget is not null;

    private static string Named(string? path) => string.IsNullOrEmpty(path) ? throw ArtifactPath.Invalid("", "it is empty") : path;

    private static async Task CopyAsync(Stream content, string file, CancellationToken cancellationToken)
    {
        var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous);
        await using (stream.ConfigureAwait(false))
        {
            await content.CopyToAsync(stream, BufferSize, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            stream.Flush(flushToDisk: true);
        }
    }

    /// <summary>Creates what is missing of a folder's path and makes each new name durable.</summary>
    private static void CreateFolder(string folder)
    {
        var above = Path.GetDirectoryName(folder);
        if (Directory.Exists(folder) || above is null)
        {
            return;
        }

        CreateFolder(above);
        Directory.CreateDirectory(folder);
        FolderFlush.Flush(above);
    }

    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Listings leave it out; the error that matters is already on its way.
        }
    }

    private static AssayException Missing(string path) => new(ErrorCode.ResourceDoesNotExist, $"No such artifact: '{path}'");

    private static AssayException Failed(Exception error, string path, string target) => error switch
    {
        PathTooLongException => ArtifactPath.Invalid(path, "it is too long"),
        _ when Parents(target).Any(File.Exists) => ArtifactPath.Invalid(path, "a part of it is a file"),
        _ => new AssayException(ErrorCode.TemporarilyUnavailable, $"{target} cannot be written: {error.Message}", error),
    };

    private static IEnumerable<string> Parents(string path)
    {
        for (var parent = Path.GetDirectoryName(path); parent is not null; parent = Path.GetDirectoryName(parent))
        {
            yield return parent;
        }
    }
}
