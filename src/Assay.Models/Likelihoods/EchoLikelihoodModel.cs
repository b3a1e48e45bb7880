using System.Text.Json;

namespace Assay.Models.Likelihoods;

/// <summary>
/// The likelihood of a text from a service of the legacy completions protocol that echoes its prompt: <c>echo</c>, <c>logprobs</c> and
/// <c>max_tokens</c> 0. The calls go through the pipeline of any model, so they are repeated, limited and recorded alike.
/// </summary>
internal sealed class EchoLikelihoodModel(IModel model, int context) : ILikelihoodModel, IAsyncDisposable
{
    /// <summary>What the smallest of the models that are still served this way reads.</summary>
    public const int DefaultContext = 2048;

    public const string NotOffered = "log probabilities not offered";

    private static readonly CallParameters Echo = new()
    {
        MaxTokens = 0,
        Temperature = 0,
        Extra = new Dictionary<string, JsonElement>
        {
            ["echo"] = JsonElement.Parse("true"),
            [CallParameters.LogProbabilities] = JsonElement.Parse("true"),
        },
    };

    public string Name => model.Name;

    public int ContextTokens => context;

    public async Task<IReadOnlyList<TokenProbability>> LikelihoodAsync(string text, int? stride, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stride ?? 1, 1, nameof(stride));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stride ?? 1, context, nameof(stride));
        var windows = new TextWindows(MessageText.WellFormed(text), context, stride ?? Math.Max(1, context / 2));
        while (windows.Next() is { } window)
        {
            windows.Take(await AskAsync(window, cancellationToken).ConfigureAwait(false));
        }

        return windows.Judged;
    }

    public ValueTask DisposeAsync() => model is IAsyncDisposable owned ? owned.DisposeAsync() : ValueTask.CompletedTask;

    private async Task<IReadOnlyList<TokenProbability>> AskAsync(string window, CancellationToken cancellationToken)
    {
        Answer answer;
        try
        {
            answer = await model.AskAsync(new ModelRequest { Messages = [new Message("user", window)], Parameters = Echo }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ModelException refused) when (refused is { Failure: ModelFailure.Rejected, Status: not 404 })
        {
            throw new ModelException(ModelFailure.Rejected, $"{NotOffered}: {refused.Message}", refused) { Status = refused.Status };
        }

        if (answer.Tokens is not { Count: > 0 } tokens || answer.Text?.StartsWith(window, StringComparison.Ordinal) != true)
        {
            throw new ModelException(ModelFailure.Rejected, $"{NotOffered}: {Name} did not echo the text with those of its tokens");
        }

        // Only the first has none by its nature; a service that lists the tokens with nulls offers nothing.
        return tokens.Skip(1).All(token => token.LogProbability is not null && token.Bytes is not null) && tokens[0].Bytes is not null ? tokens
            : throw new ModelException(ModelFailure.Rejected, $"{NotOffered}: {Name} listed tokens without them, or without text_offset");
    }
}
