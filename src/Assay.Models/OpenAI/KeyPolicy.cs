using System.ClientModel.Primitives;

namespace Assay.Models;

/// <summary>Puts the service's key and Azure's API version on each request of the OpenAI SDK.</summary>
internal sealed class KeyPolicy(OpenAIService service) : AuthenticationPolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
        throw new NotSupportedException("Calls are asynchronous.");

    public override async ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        message.Request.Uri = service.OperationAddress("chat/completions");
        if (await service.Key(message.CancellationToken).ConfigureAwait(false) is { } header)
        {
            message.Request.Headers.Set(header.Name, header.Value);
        }

        await ProcessNextAsync(message, pipeline, currentIndex).ConfigureAwait(false);
    }
}
