using Microsoft.Extensions.AI;

namespace Assay.Models;

/// <summary>Any <see cref="IChatClient"/> as a model. What the client throws fails the row, by its HTTP status when it has one.</summary>
/// <param name="client">The client; safe for concurrent use, and not ended with this model.</param>
/// <param name="name">The name that the run records; null for the client's own provider and model.</param>
public sealed class ChatClientModel(IChatClient client, string? name = null) : IModel
{
    /// <inheritdoc/>
    public string Name { get; } = name ?? NameOf(client);

    /// <inheritdoc/>
    public async Task<Answer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        request.Progress?.CountAttempt();
        try
        {
            var messages = request.Messages.Select(ChatClientMessage.Of).ToList();
            var response = await client.GetResponseAsync(messages, ChatClientOptions.Of(request.Parameters), cancellationToken)
                .ConfigureAwait(false);
            return ChatClientAnswer.Of(response);
        }
        catch (Exception exception) when (exception is not ModelException && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw ThrownFailure.From(Name, exception);
        }
    }

    private static string NameOf(IChatClient client) =>
        client.GetService(typeof(ChatClientMetadata)) is ChatClientMetadata { DefaultModelId: { } model } metadata
            ? $"{metadata.ProviderName ?? "chat"}:{model}"
            : client.GetType().Name;
}
