using System.Net.Http.Headers;

namespace Assay.Models;

/// <summary>Posts to one operation of a service, without the SDK. Tries once.</summary>
/// <param name="service">The service.</param>
/// <param name="operation">What is called: <c>completions</c>, <c>embeddings</c>.</param>
/// <param name="time">The clock.</param>
internal sealed class ServicePost(OpenAIService service, string operation, TimeProvider time) : IDisposable
{
    private readonly HttpClient _http = ServiceConnection.Create();
    private readonly Uri _address = service.OperationAddress(operation);

    public OpenAIService Service => service;

    /// <summary>What the service sent back, whatever its status. Throws <see cref="ModelException"/> when nothing came back.</summary>
    public async Task<ServiceResponse> SendAsync(byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            using var message = await MessageAsync(body, cancellationToken).ConfigureAwait(false);
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var whole = await BoundedBody.ReadAsync(stream, service, cancellationToken).ConfigureAwait(false);
                return new ServiceResponse((int)response.StatusCode, whole, RetryAfterHeader.Parse(response.Headers, time.GetUtcNow()));
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw ServiceFailure.Unreachable(service, exception);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpRequestMessage> MessageAsync(byte[] body, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, _address)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        if (await service.Key(cancellationToken).ConfigureAwait(false) is { } header)
        {
            message.Headers.Add(header.Name, header.Value);
        }

        return message;
    }
}
