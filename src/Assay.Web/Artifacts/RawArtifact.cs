using Assay.Web.Runs;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Assay.Web.Artifacts;

/// <summary>
/// Sends a file so that it cannot act as this site: to be saved, or, for the frame of a page, as a document that may do nothing. Whoever logs a run may
/// have stored anything.
/// </summary>
internal static class RawArtifact
{
    /// <summary>The value of <c>view</c> with which a page asks for an HTML file in its frame.</summary>
    public const string Frame = "frame";

    private const string Nothing = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    public static async Task SendAsync(Visit visit, CancellationToken cancellationToken)
    {
        var response = visit.Context.Response;
        response.Headers.ContentSecurityPolicy = Nothing;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        try
        {
            await SendFileAsync(visit, cancellationToken).ConfigureAwait(false);
        }
        catch (AssayException refusal) when (!response.HasStarted)
        {
            response.StatusCode = refusal.Code switch
            {
                ErrorCode.ResourceDoesNotExist => StatusCodes.Status404NotFound,
                ErrorCode.TemporarilyUnavailable => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status400BadRequest,
            };
            response.ContentType = null;
            response.ContentLength = 0;
        }
    }

    private static async Task SendFileAsync(Visit visit, CancellationToken cancellationToken)
    {
        var response = visit.Context.Response;
        var path = visit.Query("path") ?? "";
        var run = await visit.Store.Tracking.GetRunAsync(RunVisit.IdOf(visit), cancellationToken).ConfigureAwait(false);
        var content = await visit.Store.Artifacts.OpenAsync(run.ArtifactUri, path, null, cancellationToken).ConfigureAwait(false);
        await using var closing = content.ConfigureAwait(false);
        var isFramed = visit.Query("view") == Frame && ArtifactKinds.Of(path) == ArtifactKind.Html;
        var disposition = new ContentDispositionHeaderValue(isFramed ? "inline" : "attachment");
        disposition.SetHttpFileName(path[(path.LastIndexOf('/') + 1)..]);
        response.GetTypedHeaders().ContentDisposition = disposition;
        response.ContentType = isFramed ? "text/html; charset=utf-8" : ArtifactKinds.TypeOf(path);
        response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(visit.Context.Request.Method))
        {
            await content.Stream.CopyToAsync(response.Body, cancellationToken).ConfigureAwait(false);
        }
    }
}
