using System.Net;
using System.Text.Json;
using Assay.Formats;
using Assay.Mlflow;

namespace Assay.Client.Http;

/// <summary>What an answer that is no success means.</summary>
internal static class Refusals
{
    private const int MostBytes = 64 << 10;

    /// <summary>
    /// The failure that the response tells of, in the server's own words where it speaks MLflow's protocol, else in ours: pages of proxies are
    /// named and not repeated.
    /// </summary>
    public static async Task<CallFailure> ReadAsync(
        HttpResponseMessage response, ServiceAddress address, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var message = await MessageAsync(response, cancellationToken).ConfigureAwait(false);
        var code = message?.ErrorCode is { } name ? Code(name, response.StatusCode) : Code(response.StatusCode);
        var text = message is { ErrorCode: not null } ? message.Message ?? message.ErrorCode : Describe(response, address);
        var isServers = status >= 500 && code != ErrorCode.NotImplemented;
        return new(new AssayException(code, text))
        {
            WorthRetrying = isServers || status is 408 or 429,
            MayBeDone = isServers || status == 408,
            RetryAfter = Waits.Asked(response.Headers, now),
        };
    }

    private static ErrorCode Code(string name, HttpStatusCode status) =>
        MlflowErrors.Code(name) is var code && (code != ErrorCode.InternalError || name == MlflowErrors.Name(ErrorCode.InternalError)) ? code : Code(status);

    private static ErrorCode Code(HttpStatusCode status) => (int)status switch
    {
        401 => ErrorCode.Unauthenticated,
        403 => ErrorCode.PermissionDenied,
        404 => ErrorCode.ResourceDoesNotExist,
        429 => ErrorCode.RequestLimitExceeded,
        501 => ErrorCode.NotImplemented,
        408 or >= 500 => ErrorCode.TemporarilyUnavailable,
        _ => ErrorCode.InvalidParameterValue,
    };

    private static string Describe(HttpResponseMessage response, ServiceAddress address)
    {
        var request = response.RequestMessage!;
        var what = $"{request.Method} {OneLine.Of(request.RequestUri!.AbsolutePath, 120)}";
        return (int)response.StatusCode switch
        {
            401 => $"{address} does not know who calls: set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN",
            403 => $"{address} does not allow this ({what})",
            404 => $"{address} has no {what}: is it a tracking server?",
            413 => $"{address} takes no request as large as this ({what})",
            >= 300 and < 400 => $"{address} sends callers elsewhere ({(int)response.StatusCode}); give the URL of the tracking server itself",
            var status => $"{address} answered {status} {OneLine.Of(response.ReasonPhrase, 60)} to {what}",
        };
    }

    private static async Task<ErrorMessage?> MessageAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = new byte[MostBytes];
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var length = await stream.ReadAtLeastAsync(body, MostBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(body.AsSpan(0, length), MlflowJson.Default.ErrorMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
