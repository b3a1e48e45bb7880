using System.Threading.Channels;
using Assay.Evaluations;

namespace Assay.Running;

/// <summary>
/// Rows go in, several are answered at a time, and each is stored as soon as the store is free: what waits then is written together.
/// When the token is cancelled no new row is begun, those under way are given up, and those that are done are still stored.
/// </summary>
internal sealed class RowPipeline(RowEvaluator evaluator, IEvaluationStore store, string runId, int workers)
{
    private const int LargestBatch = 512;

    /// <param name="calls">The rows to answer.</param>
    /// <param name="answered">Hears of each row as soon as it has its answer or its failure; several calls at a time.</param>
    /// <param name="stored">Hears of each batch once it is durable; one call at a time.</param>
    /// <param name="stop">Cancelled by the user, or by the caller when going on makes no sense.</param>
    public async Task RunAsync(
        IAsyncEnumerable<RowCall> calls, Action<EvaluatedRow> answered, Action<IReadOnlyList<EvaluatedRow>> stored, CancellationToken stop)
    {
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var waiting = Channel.CreateBounded<RowCall>(workers * 8);
        var done = Channel.CreateBounded<EvaluatedRow>(new BoundedChannelOptions(LargestBatch * 4) { SingleReader = true });

        var reading = HaltOnFailure(ReadAsync(calls, waiting.Writer, halt.Token), halt);
        var answering = HaltOnFailure(AnswerAsync(waiting.Reader, done.Writer, answered, halt.Token), halt);
        var storing = HaltOnFailure(StoreAsync(done.Reader, stored, halt), halt);
        await Task.WhenAll(reading, answering, storing).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
    }

    private static async Task HaltOnFailure(Task part, CancellationTokenSource halt)
    {
        try
        {
            await part.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (halt.IsCancellationRequested)
        {
            // The part that halted the others, or the caller, has the reason.
        }
        catch
        {
            await halt.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task ReadAsync(IAsyncEnumerable<RowCall> calls, ChannelWriter<RowCall> waiting, CancellationToken stop)
    {
        try
        {
            await foreach (var call in calls.WithCancellation(stop).ConfigureAwait(false))
            {
                await waiting.WriteAsync(call, stop).ConfigureAwait(false);
            }
        }
        finally
        {
            waiting.Complete();
        }
    }

    private async Task AnswerAsync(
        ChannelReader<RowCall> waiting, ChannelWriter<EvaluatedRow> done, Action<EvaluatedRow> answered, CancellationToken stop)
    {
        async Task WorkAsync()
        {
            await foreach (var call in waiting.ReadAllAsync(stop).ConfigureAwait(false))
            {
                var evaluated = await evaluator.EvaluateAsync(call, stop).ConfigureAwait(false);
                answered(evaluated);

                // An answer that was paid for is stored, whatever happened meanwhile.
                await done.WriteAsync(evaluated, CancellationToken.None).ConfigureAwait(false);
            }
        }

        try
        {
            await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(WorkAsync, CancellationToken.None))).ConfigureAwait(false);
        }
        finally
        {
            done.Complete();
        }
    }

    private async Task StoreAsync(ChannelReader<EvaluatedRow> done, Action<IReadOnlyList<EvaluatedRow>> stored, CancellationTokenSource halt)
    {
        var batch = new List<EvaluatedRow>(LargestBatch);
        try
        {
            while (await done.WaitToReadAsync().ConfigureAwait(false))
            {
                batch.Clear();
                while (batch.Count < LargestBatch && done.TryRead(out var evaluated))
                {
                    batch.Add(evaluated);
                }

                await store.AppendAsync(runId, batch.ConvertAll(evaluated => evaluated.Row)).ConfigureAwait(false);
                stored(batch);
            }
        }
        catch
        {
            // Nothing new is begun, workers must not wait for a place in a channel that nobody reads, and what they still finish was paid for.
            await halt.CancelAsync().ConfigureAwait(false);
            await SalvageAsync(done).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Offers the last answers to a store that has failed: it may have another place for them.</summary>
    private async Task SalvageAsync(ChannelReader<EvaluatedRow> done)
    {
        var last = new List<EvaluationRow>();
        await foreach (var evaluated in done.ReadAllAsync().ConfigureAwait(false))
        {
            last.Add(evaluated.Row);
        }

        try
        {
            await store.AppendAsync(runId, last).ConfigureAwait(false);
        }
        catch (AssayException)
        {
            // The first failure, which is on its way, says more.
        }
    }
}
