namespace Assay.Models.Embeddings;

/// <summary>
/// Sends what waits: while calls are under way new texts gather, and the next call takes them together.
/// </summary>
internal sealed class EmbeddingBatches(ServicePost post, int? dimensions, TimeProvider time) : IDisposable
{
    private const int Retries = 5;
    private const int MostCalls = 2;
    private const int MostTexts = 128;
    private const int MostCharacters = 200_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Queue<EmbeddingRequest> _waiting = new();
    private readonly CancellationTokenSource _stop = new();
    private int _senders;

    public void Add(IReadOnlyList<EmbeddingRequest> requests)
    {
        lock (_waiting)
        {
            foreach (var request in requests) _waiting.Enqueue(request);
            if (_waiting.Count == 0 || _senders == MostCalls)
            {
                return;
            }

            _senders++;
        }

        _ = Task.Run(SendAllAsync);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task SendAllAsync()
    {
        while (Gather() is { Count: > 0 } batch)
        {
            await SendAsync(batch).ConfigureAwait(false);
        }
    }

    /// <summary>The next texts; with none left the sender is counted as gone.</summary>
    private List<EmbeddingRequest> Gather()
    {
        var batch = new List<EmbeddingRequest>();
        lock (_waiting)
        {
            for (var characters = 0; batch.Count < MostTexts && characters < MostCharacters && _waiting.TryDequeue(out var request); characters += request.Text.Length)
            {
                batch.Add(request);
            }

            _senders -= batch.Count == 0 ? 1 : 0;
        }

        return batch;
    }

    private async Task SendAsync(List<EmbeddingRequest> batch)
    {
        try
        {
            var body = EmbeddingBody.Write(post.Service.Model, batch.ConvertAll(request => request.Text), dimensions);
            var vectors = await Repetition.RunAsync(token => AskAsync(body, batch.Count, token), Retries, time, _stop.Token).ConfigureAwait(false);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Vector.TrySetResult(vectors[i]);
            }
        }
        catch (ModelException refused) when (refused.Failure == ModelFailure.Rejected && batch.Count > 1)
        {
            // One text too long must not fail the rows that travelled with it.
            foreach (var request in batch)
            {
                await SendAsync([request]).ConfigureAwait(false);
            }
        }
        catch (Exception failure)
        {
            batch.ForEach(request => request.Fail(failure));
        }
    }

    private async Task<ReadOnlyMemory<float>[]> AskAsync(byte[] body, int count, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var clock = time.CreateTimer(_ => limit.Cancel(), null, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            var response = await post.SendAsync(body, limit.Token).ConfigureAwait(false);
            return response.ReadJson(post.Service, json => EmbeddingBody.Read(json, count));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelException(ModelFailure.TimedOut, $"{post.Service.Host} gave no embeddings within {Patience.TotalSeconds} s", exception);
        }
    }
}
