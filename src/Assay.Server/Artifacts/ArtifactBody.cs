using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Assay.Server.Artifacts;

/// <summary>The body of an upload: bounded by a limit of its own, since it is streamed and never held.</summary>
internal static class ArtifactBody
{
    /// <summary>Lets a call read the body up to the limit; a longer one is refused, at once where its length is told.</summary>
    public static async Task ReadAsync(HttpContext context, ServerOptions options, Func<Stream, Task> read)
    {
        if (context.Request.ContentLength > options.MaxArtifactBytes)
        {
            throw TooLarge(options);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.MaxArtifactBytes;
        }

        try
        {
            await read(context.Request.Body).ConfigureAwait(false);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge(options);
        }
    }

    private static AssayException TooLarge(ServerOptions options) => new(ErrorCode.InvalidParameterValue, string.Create(
        CultureInfo.InvariantCulture, $"The artifact is larger than {options.MaxArtifactBytes} bytes, the most that this server takes. Start the server with a larger --max-artifact."));
}
