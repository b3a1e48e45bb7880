using System.Globalization;
using System.Security.Cryptography;
using Assay.Artifacts;

namespace Assay.Storage.Artifacts;

/// <summary>
/// Uploads in parts into a folder of artifacts. An upload is a folder of the staging folder: the file <c>target</c> tells where it will go,
/// and each part is a file named by its number and the hash of its content, so that parts may be written at once and again. To complete it,
/// the parts are copied into one file, each checked against its hash; until then disk space is taken twice.
/// </summary>
internal sealed class FileMultipartUploads(ArtifactFolder folder, StagingFolder staging) : IMultipartUploads
{
    private const string TargetFile = "target";
    private const string AssembledFile = "assembled-";

    public async Task<MultipartUpload> CreateAsync(string artifactUri, string path, CancellationToken cancellationToken = default)
    {
        var target = folder.Locate(ArtifactUri.SplitFile(artifactUri, path));
        folder.CheckFree(target, path);
        try
        {
            var place = staging.NewPlace();
            Directory.CreateDirectory(place);
            await File.WriteAllTextAsync(Path.Combine(place, TargetFile), target, cancellationToken).ConfigureAwait(false);
            return new MultipartUpload(artifactUri, path, Path.GetFileName(place));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ArtifactFolder.Unavailable(target, error);
        }
    }

    public Task<Uri?> PartAddressAsync(MultipartUpload upload, int number, CancellationToken cancellationToken = default) => Task.FromResult<Uri?>(null);

    public async Task<UploadedPart> WritePartAsync(MultipartUpload upload, int number, Stream content, CancellationToken cancellationToken = default)
    {
        var (place, target) = Find(upload);
        if (number is < 1 or > IMultipartUploads.MostParts)
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, $"Part {number}: parts are numbered from 1 to {IMultipartUploads.MostParts}");
        }

        var staged = Path.Combine(place, Guid.NewGuid().ToString("N"));
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await DurableFile.WriteAsync(staged, content, hash, cancellationToken).ConfigureAwait(false);
            var part = new UploadedPart(number, Convert.ToHexStringLower(hash.GetHashAndReset()));
            File.Move(staged, Path.Combine(place, NameOf(part)), overwrite: true);
            return part;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException && !Directory.Exists(place))
        {
            throw Missing(upload);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw ArtifactFolder.Unavailable(target, error);
        }
        finally
        {
            StagingFolder.Discard(staged);
        }
    }

    public async Task CompleteAsync(MultipartUpload upload, IReadOnlyList<UploadedPart> parts, CancellationToken cancellationToken = default)
    {
        var (place, target) = Find(upload);
        var ordered = parts.OrderBy(part => part.Number).ToList();
        if (ordered.Count == 0 || ordered.Zip(ordered.Skip(1)).Any(pair => pair.First.Number == pair.Second.Number))
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, "An upload is completed with its parts, each named once");
        }

        foreach (var part in ordered)
        {
            if (!IsHash(part.ETag) || !File.Exists(Path.Combine(place, NameOf(part))))
            {
                throw Changed(part);
            }
        }

        var assembled = Path.Combine(place, AssembledFile + Guid.NewGuid().ToString("N"));
        try
        {
            await AssembleAsync(assembled, place, ordered, cancellationToken).ConfigureAwait(false);
            folder.Publish(assembled, target, upload.Path);
        }
        finally
        {
            StagingFolder.Discard(assembled);
        }

        StagingFolder.Discard(place);
    }

    public Task AbortAsync(MultipartUpload upload, CancellationToken cancellationToken = default)
    {
        StagingFolder.Discard(Find(upload).Place);
        return Task.CompletedTask;
    }

    private static async Task AssembleAsync(string assembled, string place, List<UploadedPart> parts, CancellationToken cancellationToken)
    {
        var output = DurableFile.Open(assembled);
        await using (output.ConfigureAwait(false))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var part in parts)
            {
                await DurableFile.AppendFileAsync(output, Path.Combine(place, NameOf(part)), hash, cancellationToken).ConfigureAwait(false);
                if (Convert.ToHexStringLower(hash.GetHashAndReset()) != part.ETag)
                {
                    throw Changed(part);
                }
            }

            DurableFile.Flush(output);
        }
    }

    /// <summary>The upload's folder and where its file will go. Ids are ours, and an upload is only found with the path it was begun for.</summary>
    private (string Place, string Target) Find(MultipartUpload upload)
    {
        var target = folder.Locate(ArtifactUri.SplitFile(upload.ArtifactUri, upload.Path));
        if (!Guid.TryParseExact(upload.UploadId, "N", out var id))
        {
            throw Missing(upload);
        }

        var place = staging[id.ToString("N")];
        try
        {
            return File.ReadAllText(Path.Combine(place, TargetFile)) == target ? (place, target) : throw Missing(upload);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Missing(upload);
        }
    }

    private static bool IsHash(string etag) => etag.Length == 2 * SHA256.HashSizeInBytes && etag.All(char.IsAsciiHexDigitLower);

    private static string NameOf(UploadedPart part) => string.Create(CultureInfo.InvariantCulture, $"{part.Number:D5}-{part.ETag}");

    private static AssayException Changed(UploadedPart part) =>
        new(ErrorCode.InvalidParameterValue, $"Part {part.Number} of the upload is not there with the ETag that was given: write it again");

    private static AssayException Missing(MultipartUpload upload) =>
        new(ErrorCode.ResourceDoesNotExist, $"No such upload of '{upload.Path}': it was completed, aborted, or left for too long");
}
