using System.Collections.Concurrent;

namespace Assay.Models.Embeddings;

/// <summary>
/// Turns texts into vectors by a service of the protocol of <c>/v1/embeddings</c>. What is asked for at the same time travels in one call, and a
/// text that was asked for before is not asked for again. Busy and failing services are asked again, five times. Safe for concurrent use.
/// </summary>
public sealed class EmbeddingModel : IDisposable
{
    /// <summary>Vectors that are kept, the newest; some ten megabytes.</summary>
    private const int MostKept = 2048;

    private readonly EmbeddingBatches _batches;
    private readonly ConcurrentDictionary<string, Task<ReadOnlyMemory<float>>> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();
    private readonly ServicePost _post;

    internal EmbeddingModel(OpenAIService service, int? dimensions, TimeProvider time)
    {
        Name = service.Name;
        _post = new ServicePost(service, "embeddings", time);
        _batches = new EmbeddingBatches(_post, dimensions, time);
    }

    /// <summary>Its name as the user gave it: <c>openai:text-embedding-3-small</c>.</summary>
    public string Name { get; }

    /// <summary>A model by its name. Calls nobody.</summary>
    /// <param name="spec"><c>openai:MODEL</c> or <c>azure:DEPLOYMENT</c>.</param>
    /// <param name="environment">Its address and key, as for chat.</param>
    /// <param name="dimensions">The length of the vectors, for models that offer several; null for the model's own.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="BadInputException">The model gives no embeddings, or a variable is missing or malformed.</exception>
    /// <exception cref="ModelException">The key is missing.</exception>
    public static EmbeddingModel Create(ModelSpec spec, ModelEnvironment environment, int? dimensions = null, TimeProvider? time = null) => spec switch
    {
        { Provider: ModelProvider.OpenAI, Completions: false } =>
            new EmbeddingModel(OpenAIServices.OpenAI(spec, environment), dimensions, time ?? TimeProvider.System),
        { Provider: ModelProvider.Azure, Completions: false } =>
            new EmbeddingModel(OpenAIServices.Azure(spec, environment), dimensions, time ?? TimeProvider.System),
        _ => throw new BadInputException($"model '{spec.Name}' gives no embeddings; use openai:MODEL or azure:DEPLOYMENT, as in openai:text-embedding-3-small"),
    };

    /// <summary>The vectors of texts, in their order.</summary>
    /// <exception cref="ModelException">There is no answer.</exception>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        var unknown = new List<EmbeddingRequest>();
        var vectors = texts.Select(text => VectorOf(MessageText.WellFormed(text), unknown)).ToList();
        _batches.Add(unknown);

        // Others may wait for the same text: whoever gives up leaves the call to them.
        return await Task.WhenAll(vectors).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives up all that is under way.</summary>
    public void Dispose()
    {
        _batches.Dispose();
        _post.Dispose();
    }

    private Task<ReadOnlyMemory<float>> VectorOf(string text, List<EmbeddingRequest> unknown)
    {
        if (_known.TryGetValue(text, out var known))
        {
            return known;
        }

        var waiting = new TaskCompletionSource<ReadOnlyMemory<float>>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_known.GetOrAdd(text, waiting.Task) is var first && first != waiting.Task)
        {
            return first;
        }

        _order.Enqueue(text);
        while (_order.Count > MostKept && _order.TryDequeue(out var oldest))
        {
            _known.TryRemove(oldest, out _);
        }

        // A failure is not kept: the next row asks again.
        unknown.Add(new EmbeddingRequest(text, waiting, () => _known.TryRemove(KeyValuePair.Create(text, waiting.Task))));
        return waiting.Task;
    }
}
