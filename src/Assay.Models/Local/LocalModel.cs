namespace Assay.Models.Local;

/// <summary>
/// A small language model that runs in this process: a llama2.c checkpoint. It has no notion of a conversation: the texts of all messages, with a
/// blank line between, are a text that it writes on. Its answers depend on the request alone, at a temperature above 0 on the seed too.
/// Calls share the weights and nothing else; each takes one core.
/// </summary>
public sealed class LocalModel : IModel, ILikelihoodModel
{
    private readonly Transformer _transformer;
    private readonly TokenVocabulary _vocabulary;

    internal LocalModel(string name, Checkpoint checkpoint, TokenVocabulary vocabulary)
    {
        Name = name;
        _transformer = new Transformer(checkpoint);
        _vocabulary = vocabulary;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int ContextTokens => _transformer.Shape.Context;

    /// <summary>A model by what follows <c>local:</c> in its name.</summary>
    /// <param name="target">
    /// <c>stories260K</c>, which is built in; or <c>MODEL.bin</c> with <c>tokenizer.bin</c> or <c>tok512.bin</c> (the number of its tokens) beside
    /// it; or <c>MODEL.bin@TOKENIZER.bin</c>.
    /// </param>
    /// <exception cref="BadInputException">A file is missing, damaged or of another form.</exception>
    public static LocalModel Open(string target) => LocalModelFiles.Open(target);

    /// <inheritdoc/>
    public Task<Answer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        request.Progress?.CountAttempt();
        var parameters = LocalParameters.Of(Name, request.Parameters);
        return Task.Run(() => Complete(request, parameters, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// The tokens of a text, each with its log probability; the first one's is that of a text that begins with it. Of the empty text there are
    /// none. A text of more tokens than the context is read in windows.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="stride">How many tokens a window begins after the last; null for half the context.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<TokenProbability>> LikelihoodAsync(string text, int? stride, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stride ?? 1, 1, nameof(stride));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stride ?? 1, ContextTokens, nameof(stride));
        return Task.Run<IReadOnlyList<TokenProbability>>(() => Judge(text, stride ?? Math.Max(1, ContextTokens / 2), cancellationToken), cancellationToken);
    }

    private List<TokenProbability> Judge(string text, int stride, CancellationToken cancellationToken)
    {
        var tokens = PieceMerging.Encode(_vocabulary, text);
        if (tokens.Count == 1)
        {
            return [];
        }

        var judged = LikelihoodReading.Read(_transformer, [.. tokens], stride, cancellationToken);
        return [.. judged.Select((logProbability, i) => TokenText.Of(_vocabulary, tokens[i + 1], logProbability, afterBegin: i == 0))];
    }

    private Answer Complete(ModelRequest request, LocalParameters parameters, CancellationToken cancellationToken)
    {
        var prompt = PieceMerging.Encode(_vocabulary, MessageText.OfAll(request.Messages));
        return prompt.Count < ContextTokens
            ? new Completion(_vocabulary, parameters, request.Repeat).Write(_transformer, prompt, cancellationToken) with { Model = Name }
            : throw new ModelException(ModelFailure.Rejected,
                $"{Name}: the prompt has {prompt.Count} tokens, and prompt and answer together may have {ContextTokens}; shorten the prompt");
    }
}
