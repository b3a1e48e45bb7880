using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Assay.Formats;

namespace Assay.Data.Hub;

/// <summary>
/// Asks the hub and its row service. What may pass is tried again, with growing waits or those that the service asks for: broken connections,
/// 429, 500, 502, 503 and 504.
/// </summary>
internal sealed class HubClient(HubEndpoints endpoints, TimeProvider time) : IDisposable
{
    private const int MostTries = 6;

    /// <summary>Whoever is offline should not wait long to hear it.</summary>
    private const int MostConnections = 3;

    private const int MostRedirects = 5;

    /// <summary>Unpacked; a hundred rows are some megabytes at most.</summary>
    private const int LargestAnswer = 256 * 1024 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>No redirect is followed blindly: another host must not be given the key.</summary>
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(15),
    })
    {
        Timeout = TimeSpan.FromSeconds(100),
        MaxResponseContentBufferSize = LargestAnswer,
    };

    /// <summary>The answer, whatever its status, once it is not one that may pass.</summary>
    /// <exception cref="HubUnreachableException">There is none.</exception>
    public async Task<HubReply> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        if (endpoints.IsOffline)
        {
            throw new HubUnreachableException("HF_HUB_OFFLINE is set");
        }

        for (var tries = 1; ; tries++)
        {
            TimeSpan? asked = null;
            string why;
            try
            {
                using var response = await SendAsync(address, cancellationToken).ConfigureAwait(false);
                var reply = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
                if (!MayPass(reply))
                {
                    return reply;
                }

                asked = Asked(response.Headers.RetryAfter);
                why = string.Create(CultureInfo.InvariantCulture, $"status {(int)reply.Status}{(reply.ErrorCode is null ? "" : ", " + OneLine.Of(reply.ErrorCode, 60))}");
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException
                || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                why = failure is OperationCanceledException ? "no answer in time" : OneLine.Of(failure.GetBaseException().Message, 200);
                if (tries == MostTries || (tries >= MostConnections && IsOffline(failure)))
                {
                    throw new HubUnreachableException(why, failure);
                }
            }

            if (tries == MostTries)
            {
                throw new HubUnreachableException(why);
            }

            await Task.Delay(Wait(tries, asked), time, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>An error that the service names, and that is not of the moment, is not asked for again.</summary>
    private static bool MayPass(HubReply reply) => reply.Status switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout => true,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => true,
        HttpStatusCode.InternalServerError =>
            reply.ErrorCode is null or "ResponseNotReady" or "UnexpectedApiError" or "AuthCheckHubRequestError" or "UnexpectedError",
        _ => false,
    };

    private static bool IsOffline(Exception failure) =>
        failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };

    private static TimeSpan Wait(int tries, TimeSpan? asked) =>
        asked is { } wait ? (wait < LongestWait ? wait : LongestWait) : TimeSpan.FromSeconds(0.5 * Math.Pow(2, tries - 1));

    private TimeSpan? Asked(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date && date - time.GetUtcNow() is { Ticks: > 0 } left ? left : null);

    private static async Task<HubReply> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) => new(
        response.StatusCode,
        await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false),
        Header(response, "X-Error-Code"),
        Header(response, "X-Revision"));

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private async Task<HttpResponseMessage> SendAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.UserAgent.ParseAdd("assay");
            if (endpoints.TokenFor(address) is { } token)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }

            var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } target || redirects == MostRedirects)
            {
                return response;
            }

            var next = new Uri(address, target);
            if (next.Scheme != Uri.UriSchemeHttps && next.Scheme != address.Scheme)
            {
                // Neither from https to http nor to what is no web address.
                return response;
            }

            response.Dispose();
            address = next;
        }
    }
}
