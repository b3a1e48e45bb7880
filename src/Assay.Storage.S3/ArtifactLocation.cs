using System.Runtime.CompilerServices;
using Assay.Artifacts;
using Assay.Storage.Artifacts;

namespace Assay.Storage.S3;

/// <summary>
/// Where artifacts are kept, as users write it: a folder, or <c>s3://BUCKET/PREFIX</c>. The AWS libraries are loaded for the latter only:
/// they would cost every start.
/// </summary>
public static class ArtifactLocation
{
    private const string FileScheme = "file://";
    private const string S3Scheme = "s3://";

    /// <summary>The store at a place. A folder is made if it is missing; a bucket is not asked for yet.</summary>
    /// <param name="text">A folder's path, <c>file:///PATH</c>, or <c>s3://BUCKET/PREFIX</c>.</param>
    /// <exception cref="BadInputException">The place cannot hold artifacts; the message says why.</exception>
    public static IArtifactStore Open(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith(S3Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return OpenBucket(text[S3Scheme.Length..], text);
        }

        return new FileArtifactStore(Folder(text));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static S3ArtifactStore OpenBucket(string place, string text) =>
        new(S3Address.Parse(place) ?? throw new BadInputException($"Artifacts cannot be kept at '{text}': write s3://BUCKET or s3://BUCKET/PREFIX."));

    private static string Folder(string text)
    {
        var path = text;
        if (text.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase))
        {
            path = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.IsLoopback && uri.AbsolutePath != "/" ? uri.LocalPath : "";
        }
        else if (text.Contains("://", StringComparison.Ordinal))
        {
            throw new BadInputException($"Artifacts cannot be kept at '{text}': name a folder or s3://BUCKET/PREFIX.");
        }

        if (string.IsNullOrWhiteSpace(path))
        {
            throw new BadInputException($"Artifacts cannot be kept at '{text}': name a folder or s3://BUCKET/PREFIX.");
        }

        try
        {
            return Directory.CreateDirectory(path).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException($"Artifacts cannot be kept in the folder {path}: {error.Message.TrimEnd('.')}. Name another.", error);
        }
    }
}
