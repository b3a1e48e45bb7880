namespace Assay.Models;

/// <summary>A model behind OpenAI's legacy completions protocol, for which the SDK has no public client. Tries once.</summary>
internal sealed class OpenAICompletionsModel(OpenAIService service, TimeProvider time) : IModel, IDisposable
{
    private readonly ServicePost _post = new(service, "completions", time);

    public string Name => service.Name;

    public async Task<Answer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        request.Progress?.CountAttempt();
        var response = await _post.SendAsync(RequestBody.Completion(service.Model, request), cancellationToken).ConfigureAwait(false);
        return response.Read(service, AnswerBody.Completion);
    }

    public void Dispose() => _post.Dispose();
}
