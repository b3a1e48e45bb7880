using System.Net.Http.Headers;

namespace Assay.Models;

/// <summary>A model behind OpenAI's legacy completions protocol, for which the SDK has no public client. Tries once.</summary>
internal sealed class OpenAICompletionsModel(OpenAIService service, TimeProvider time) : IModel, IDisposable
{
    private readonly HttpClient _http = ServiceConnection.Create();
    private readonly Uri _address = service.OperationAddress("completions");

    public string Name => service.Name;

    public async Task<Answer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        request.Progress?.CountAttempt();
        var response = await SendAsync(RequestBody.Completion(service.Model, request), cancellationToken).ConfigureAwait(false);
        return response.Read(service, AnswerBody.Completion);
    }

    public void Dispose() => _http.Dispose();

    private async Task<ServiceResponse> SendAsync(byte[] body, CancellationToken cancellationToken)
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
