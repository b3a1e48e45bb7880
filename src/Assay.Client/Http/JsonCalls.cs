using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Assay.Client.Http;

/// <summary>Calls that send and get messages in JSON.</summary>
internal static class JsonCalls
{
    /// <summary>Sends a message in the body.</summary>
    public static Task<TResponse> SendAsync<TRequest, TResponse>(
        this ServiceClient client, HttpMethod method, string path, TRequest message, JsonTypeInfo<TRequest> request, JsonTypeInfo<TResponse> response,
        CancellationToken cancellationToken, Recovery<TResponse>? recovery = null)
        where TResponse : class
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, request);
        return client.SendBodyAsync(method, path, body, response, cancellationToken, recovery);
    }

    /// <summary>Sends JSON that is written already.</summary>
    public static Task<TResponse> SendBodyAsync<TResponse>(
        this ServiceClient client, HttpMethod method, string path, ReadOnlyMemory<byte> body, JsonTypeInfo<TResponse> response,
        CancellationToken cancellationToken, Recovery<TResponse>? recovery = null)
        where TResponse : class =>
        client.CallAsync(
            _ => new HttpRequestMessage(method, path) { Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new("application/json") } } },
            (answer, patience) => ReadAsync(client, answer, response, patience),
            recovery, cancellationToken);

    /// <summary>Gets a message; what is asked for stands in the URL.</summary>
    public static Task<TResponse> GetAsync<TResponse>(
        this ServiceClient client, string path, JsonTypeInfo<TResponse> response, CancellationToken cancellationToken)
        where TResponse : class =>
        client.CallAsync(
            _ => new HttpRequestMessage(HttpMethod.Get, path), (answer, patience) => ReadAsync(client, answer, response, patience), null, cancellationToken);

    private static async Task<T> ReadAsync<T>(ServiceClient client, HttpResponseMessage response, JsonTypeInfo<T> type, Patience patience)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
            try
            {
                return await JsonSerializer.DeserializeAsync(body, type, patience.Token).ConfigureAwait(false)
                    ?? throw new JsonException("The answer is null.");
            }
            catch (JsonException error)
            {
                // A proxy's page, or an answer that was cut without the connection noticing: the call itself may have been carried out.
                var kind = response.Content.Headers.ContentType?.MediaType;
                throw new CallFailure(new AssayException(
                    ErrorCode.TemporarilyUnavailable,
                    $"{client.Address} answered with {(kind is null or "application/json" ? "broken JSON" : kind)} where MLflow's protocol has JSON: is it a tracking server?",
                    error)) { WorthRetrying = kind is null or "application/json", MayBeDone = true };
            }
        }
    }
}
