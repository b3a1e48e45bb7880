using System.Threading.Channels;
using Assay.Tracking;

namespace Assay.Client;

/// <summary>
/// What is logged to a run waits here and is sent in the background, in its order, as much at a time as one request may hold. What a store
/// refuses is kept as a failure for the next flush; what came with it is sent again without it.
/// </summary>
internal sealed class LogQueue
{
    private readonly ITrackingStore _store;
    private readonly string _runId;
    private readonly Channel<object> _waiting;
    private readonly List<AssayException> _failures = [];
    private readonly Task _sending;

    public LogQueue(ITrackingStore store, string runId, int length)
    {
        (_store, _runId) = (store, runId);
        _waiting = Channel.CreateBounded<object>(new BoundedChannelOptions(length) { SingleReader = true });
        _sending = Task.Run(SendAsync);
    }

    /// <summary>Puts a metric, a parameter or a tag in the queue; waits while it is full.</summary>
    public async ValueTask AddAsync(object entry, CancellationToken cancellationToken)
    {
        try
        {
            await _waiting.Writer.WriteAsync(entry, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException closed)
        {
            throw new InvalidOperationException($"The run {_runId} has ended: nothing more can be logged to it.", closed);
        }
    }

    /// <summary>Returns when all that was added before is stored; throws what could not be.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var mark = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await AddAsync(mark, cancellationToken).ConfigureAwait(false);
        await mark.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        Throw();
    }

    /// <summary>Sends what waits and ends; nothing can be added any more.</summary>
    public async Task CloseAsync()
    {
        _waiting.Writer.TryComplete();
        await _sending.ConfigureAwait(false);
        Throw();
    }

    private async Task SendAsync()
    {
        var batch = new BatchBuilder();
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_waiting.Reader.TryRead(out var entry))
            {
                if (entry is TaskCompletionSource mark)
                {
                    await StoreAsync(batch.Take()).ConfigureAwait(false);
                    mark.SetResult();
                }
                else if (!batch.TryAdd(entry))
                {
                    await StoreAsync(batch.Take()).ConfigureAwait(false);
                    batch.TryAdd(entry);
                }
            }

            await StoreAsync(batch.Take()).ConfigureAwait(false);
        }
    }

    private async Task StoreAsync(RunBatch batch)
    {
        var count = batch.Metrics.Count + batch.Params.Count + batch.Tags.Count;
        if (count == 0)
        {
            return;
        }

        try
        {
            await _store.LogBatchAsync(_runId, batch).ConfigureAwait(false);
        }
        catch (AssayException refused) when (refused.Code == ErrorCode.InvalidParameterValue && count > 1)
        {
            // One bad entry must not take the others with it.
            foreach (var single in BatchBuilder.Singles(batch))
            {
                await StoreAsync(single).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // Whatever a store throws is thrown again where the caller waits for it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Keep(failure as AssayException ?? new AssayException(ErrorCode.InternalError, failure.Message, failure));
        }
    }

    private void Keep(AssayException failure)
    {
        lock (_failures)
        {
            _failures.Add(failure);
        }
    }

    private void Throw()
    {
        AssayException[] failures;
        lock (_failures)
        {
            failures = [.. _failures];
            _failures.Clear();
        }

        switch (failures)
        {
            case []:
                return;
            case [var only]:
                throw new AssayException(only.Code, only.Message, only);
            case [var first, ..]:
                throw new AssayException(
                    first.Code, FormattableString.Invariant($"{failures.Length} requests to log failed; the first: {first.Message}"),
                    new AggregateException(failures.AsEnumerable()));
        }
    }
}
