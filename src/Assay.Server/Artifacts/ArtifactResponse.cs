using Assay.Artifacts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Assay.Server.Artifacts;

/// <summary>Sends a file: all of it or one range, or nothing when the caller has it already (RFC 9110, sections 13 and 14).</summary>
internal static class ArtifactResponse
{
    // As large as it can be below the size of objects that only a full collection frees: some streams copy every buffer.
    private const int BufferSize = 81_920;

    public static async Task SendAsync(HttpContext context, IArtifactStore artifacts, string artifactUri, string path)
    {
        var cancel = context.RequestAborted;
        var asked = context.Request.GetTypedHeaders();
        var range = HttpMethods.IsGet(context.Request.Method) ? RangeOf(asked) : null;
        var content = await artifacts.OpenAsync(artifactUri, path, range, cancel).ConfigureAwait(false);
        if (range is not null && asked.IfRange is { } condition && !Holds(condition, content))
        {
            // The file has changed since its first part was fetched: all of it is wanted.
            await content.DisposeAsync().ConfigureAwait(false);
            range = null;
            content = await artifacts.OpenAsync(artifactUri, path, range: null, cancel).ConfigureAwait(false);
        }

        await using var closing = content.ConfigureAwait(false);
        Describe(context.Response, content, path[(path.LastIndexOf('/') + 1)..]);
        context.Response.StatusCode = Status(asked, content, range);
        switch (context.Response.StatusCode)
        {
            case StatusCodes.Status304NotModified:
                return;
            case StatusCodes.Status416RangeNotSatisfiable:
                context.Response.GetTypedHeaders().ContentRange = new ContentRangeHeaderValue(content.Size);
                context.Response.ContentLength = 0;
                return;
            case StatusCodes.Status206PartialContent:
                context.Response.GetTypedHeaders().ContentRange =
                    new ContentRangeHeaderValue(content.Offset, content.Offset + content.Length - 1, content.Size);
                break;
        }

        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await content.Stream.CopyToAsync(context.Response.Body, BufferSize, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>One range of bytes; of several, and of other units, the whole file is sent, as is allowed.</summary>
    private static ArtifactRange? RangeOf(RequestHeaders asked) =>
        asked.Range is { Ranges.Count: 1 } header && header.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase)
            ? new ArtifactRange(header.Ranges.Single().From, header.Ranges.Single().To)
            : null;

    private static int Status(RequestHeaders asked, ArtifactContent content, ArtifactRange? range)
    {
        var known = asked.IfNoneMatch is { Count: > 0 } marks
            ? marks.Any(mark => mark.Equals(EntityTagHeaderValue.Any) || mark.Compare(TagOf(content), useStrongComparison: false))
            : asked.IfModifiedSince >= ToSecond(content.LastModified);
        return known ? StatusCodes.Status304NotModified
            : range is null ? StatusCodes.Status200OK
            : content.Length == 0 ? StatusCodes.Status416RangeNotSatisfiable
            : StatusCodes.Status206PartialContent;
    }

    private static bool Holds(RangeConditionHeaderValue condition, ArtifactContent content) => condition.EntityTag is { } tag
        ? tag.Compare(TagOf(content), useStrongComparison: true)
        : condition.LastModified == ToSecond(content.LastModified);

    private static void Describe(HttpResponse response, ArtifactContent content, string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        var headers = response.GetTypedHeaders();
        headers.ContentDisposition = disposition;
        headers.ETag = TagOf(content);
        headers.LastModified = content.LastModified;
        response.ContentType = ArtifactTypes.Of(name);
        response.Headers.AcceptRanges = "bytes";

        // Anybody who logs a run could store a page: it must not run as a page of this server.
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.CacheControl = "no-cache";
    }

    private static EntityTagHeaderValue TagOf(ArtifactContent content) => new($"\"{content.ETag}\"");

    private static DateTimeOffset ToSecond(DateTimeOffset time) => time.AddTicks(-(time.UtcTicks % TimeSpan.TicksPerSecond));
}
