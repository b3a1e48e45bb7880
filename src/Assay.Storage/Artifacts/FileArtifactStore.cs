using System.IO.Enumeration;
using Assay.Artifacts;

namespace Assay.Storage.Artifacts;

/// <summary>
/// Artifacts as files in a folder: <c>mlflow-artifacts:/1/RUN/artifacts</c> is its subfolder <c>1/RUN/artifacts</c>. The folder must lie on
/// one file system. May be used by many threads and processes at once: of two writers of one path, the one who ends last wins.
/// </summary>
public sealed class FileArtifactStore : IArtifactStore
{
    private readonly ArtifactFolder _folder;
    private readonly StagingFolder _staging;

    /// <summary>A store in a folder.</summary>
    /// <param name="root">The folder; created by the first write.</param>
    /// <param name="clock">Tells the age of what abandoned uploads left; null for the system's.</param>
    public FileArtifactStore(string root, TimeProvider? clock = null)
    {
        _folder = new ArtifactFolder(root);
        _staging = new StagingFolder(_folder.Root, clock ?? TimeProvider.System);
        Uploads = new FileMultipartUploads(_folder, _staging);
    }

    /// <inheritdoc/>
    public IMultipartUploads Uploads { get; }

    /// <inheritdoc/>
    public async Task WriteAsync(string artifactUri, string path, Stream content, CancellationToken cancellationToken = default)
    {
        var target = _folder.Locate(ArtifactUri.SplitFile(artifactUri, path));
        _folder.CheckFree(target, path);
        var staged = Stage(target);
        try
        {
            await DurableFile.WriteAsync(staged, content, hash: null, cancellationToken).ConfigureAwait(false);
            _folder.Publish(staged, target, path);
        }
        finally
        {
            StagingFolder.Discard(staged);
        }
    }

    /// <inheritdoc/>
    public Task<ArtifactContent> OpenAsync(
        string artifactUri, string path, ArtifactRange? range = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var file = _folder.Locate(ArtifactUri.SplitFile(artifactUri, path));
        if (!File.Exists(file))
        {
            throw ArtifactFolder.NotFound(path);
        }

        try
        {
            // Not buffered: who copies it brings a buffer. A file that is replaced meanwhile stays what it was for this reader.
            var stream = new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
            var written = File.GetLastWriteTimeUtc(stream.SafeFileHandle);
            var size = stream.Length;
            var (offset, length) = range?.Within(size) ?? (0, size);
            return Task.FromResult(new ArtifactContent(Section(stream, offset, length))
            {
                Size = size,
                Offset = offset,
                Length = length,
                LastModified = written,
                ETag = $"{written.Ticks:x}-{size:x}",
            });
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw ArtifactFolder.NotFound(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new AssayException(ErrorCode.TemporarilyUnavailable, $"{file} cannot be read: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ArtifactInfo>> ListAsync(string artifactUri, string? path = null, CancellationToken cancellationToken = default)
    {
        var folder = _folder.Locate(ArtifactUri.Split(artifactUri, path));
        return Task.FromResult<IReadOnlyList<ArtifactInfo>>(Directory.Exists(folder) ? Entries(folder, path) : []);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string artifactUri, string? path, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var target = _folder.Locate(ArtifactUri.SplitDeleted(artifactUri, path));
        try
        {
            if (Directory.Exists(target))
            {
                // Gone in one step: nobody sees half of it, and what a crash leaves is swept.
                var staged = _staging.NewPlace();
                Directory.Move(target, staged);
                StagingFolder.Discard(staged);
            }
            else if (File.Exists(target))
            {
                File.Delete(target);
            }
            else
            {
                throw ArtifactFolder.NotFound(path ?? artifactUri);
            }
        }
        catch (DirectoryNotFoundException)
        {
            throw ArtifactFolder.NotFound(path ?? artifactUri);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ArtifactFolder.Unavailable(target, error);
        }

        FolderFlush.Flush(Path.GetDirectoryName(target)!);
        return Task.CompletedTask;
    }

    private static Stream Section(FileStream stream, long offset, long length)
    {
        stream.Position = offset;
        return offset + length == stream.Length ? stream : new SectionStream(stream, length);
    }

    /// <summary>What is in a folder, each entry looked at once.</summary>
    private static List<ArtifactInfo> Entries(string folder, string? path)
    {
        var prefix = string.IsNullOrEmpty(path) ? "" : path + "/";
        var found = new FileSystemEnumerable<ArtifactInfo>(
            folder,
            (ref FileSystemEntry entry) => new ArtifactInfo(prefix + entry.FileName.ToString(), entry.IsDirectory, entry.IsDirectory ? null : entry.Length),
            new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.FileName.StartsWith(ArtifactPath.TemporaryPrefix, StringComparison.Ordinal),
        };
        var entries = found.ToList();
        entries.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return entries;
    }

    private string Stage(string target)
    {
        try
        {
            return _staging.NewPlace();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ArtifactFolder.Unavailable(target, error);
        }
    }
}
