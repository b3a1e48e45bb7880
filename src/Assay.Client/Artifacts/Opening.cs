using System.Net;
using System.Net.Http.Headers;
using Assay.Artifacts;
using Assay.Client.Http;

namespace Assay.Client.Artifacts;

/// <summary>Makes an opened file of the answer to a download, with or without a range, from servers that know ranges and from those that do not.</summary>
internal static class Opening
{
    public static RangeHeaderValue? Header(ArtifactRange? range) => range switch
    {
        null => null,
        { First: null, Last: null or 0 } => null,
        { } asked => new(asked.First, asked.Last),
    };

    /// <param name="download">The answer's body.</param>
    /// <param name="range">What was asked for.</param>
    /// <param name="listedSize">The file's size where the answer does not tell it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<ArtifactContent> OfAsync(
        Download download, ArtifactRange? range, long listedSize, CancellationToken cancellationToken)
    {
        var headers = download.Response.Content.Headers;
        var part = headers.ContentRange;
        var size = part?.Length ?? (download.Response.StatusCode == HttpStatusCode.OK ? headers.ContentLength : null)
            ?? listedSize;
        var (offset, length) = range?.Within(size) ?? (0, size);
        switch (download.Response.StatusCode)
        {
            case HttpStatusCode.RequestedRangeNotSatisfiable:
                await download.CutAsync(0, 0, cancellationToken).ConfigureAwait(false);
                length = 0;
                break;
            case HttpStatusCode.OK when range is not null:
                await download.CutAsync(offset, length, cancellationToken).ConfigureAwait(false);
                break;
            default:
                break;
        }

        return new(download)
        {
            Size = size,
            Offset = offset,
            Length = length,
            LastModified = headers.LastModified ?? DateTimeOffset.UnixEpoch,
            ETag = download.Response.Headers.ETag?.Tag.Trim('"') ?? "",
        };
    }
}
