using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;

namespace Assay.Models;

/// <summary>
/// A chat model behind OpenAI's protocol, asked through the OpenAI SDK's protocol method with a body of our own. Tries once: retry and time
/// limits are decorators, and the SDK's own are off.
/// </summary>
internal sealed class OpenAIChatModel : IModel, IDisposable
{
    private readonly OpenAIService _service;
    private readonly TimeProvider _time;
    private readonly HttpClient _http = ServiceConnection.Create();
    private readonly ChatClient _client;

    public OpenAIChatModel(OpenAIService service, TimeProvider time)
    {
        _service = service;
        _time = time;
#pragma warning disable OPENAI001 // The only way to give Azure's header and addresses; the version is pinned.
        _client = new ChatClient(service.Model, new KeyPolicy(service), new OpenAIClientOptions
        {
            Endpoint = service.Address,
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            Transport = new HttpClientPipelineTransport(_http),
        });
#pragma warning restore OPENAI001
    }

    public string Name => _service.Name;

    public async Task<Answer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        request.Progress?.CountAttempt();
        var response = await SendAsync(RequestBody.Chat(_service.Model, request), cancellationToken).ConfigureAwait(false);
        return response.Read(_service, AnswerBody.Chat);
    }

    public void Dispose() => _http.Dispose();

    private async Task<ServiceResponse> SendAsync(byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            using var content = BinaryContent.Create(BinaryData.FromBytes(body));
            var result = await _client.CompleteChatAsync(content, Options(cancellationToken)).ConfigureAwait(false);
            using var response = result.GetRawResponse();
            var stream = response.ContentStream ?? Stream.Null;
            await using (stream.ConfigureAwait(false))
            {
                var whole = await BoundedBody.ReadAsync(stream, _service, cancellationToken).ConfigureAwait(false);
                return new ServiceResponse(response.Status, whole, RetryAfter(response.Headers));
            }
        }
        catch (Exception exception) when (exception is ClientResultException or HttpRequestException or IOException or AggregateException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw ServiceFailure.Unreachable(_service, exception);
        }
    }

    private static RequestOptions Options(CancellationToken cancellationToken) => new()
    {
        BufferResponse = false,
        CancellationToken = cancellationToken,
        ErrorOptions = ClientErrorBehaviors.NoThrow,
    };

    private TimeSpan? RetryAfter(PipelineResponseHeaders headers)
    {
        headers.TryGetValue("retry-after-ms", out var milliseconds);
        headers.TryGetValue("Retry-After", out var seconds);
        return RetryAfterHeader.Parse(milliseconds, seconds, _time.GetUtcNow());
    }
}
