namespace Assay.Server.Scoring;

/// <summary>
/// Shares the processors: scoring has half of them, and each request gives its place back after a short while and queues again, so that a
/// small request does not wait for the end of a large one. A row is never parted.
/// </summary>
internal sealed class ScoreTurns : IDisposable
{
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(20);
    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount / 2));
    private int _requests;

    /// <summary>Takes one of the places for requests; refuses when all are taken.</summary>
    public IDisposable Enter()
    {
        if (Interlocked.Increment(ref _requests) > ScoreLimits.Requests)
        {
            Interlocked.Decrement(ref _requests);
            throw new AssayException(
                ErrorCode.RequestLimitExceeded, $"{ScoreLimits.Requests} requests are being scored already; try again in a moment.");
        }

        return new Visit(this);
    }

    /// <summary>Does steps until they are all done, in turns with others.</summary>
    public async Task RunAsync(int steps, Func<int, ValueTask> step, CancellationToken cancellationToken)
    {
        for (var done = 0; done < steps;)
        {
            await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var began = TimeProvider.System.GetTimestamp();
                do
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await step(done++).ConfigureAwait(false);
                }
                while (done < steps && TimeProvider.System.GetElapsedTime(began) < Length);
            }
            finally
            {
                _places.Release();
            }

            // Whoever waits for a thread of the pool goes first.
            await Task.Yield();
        }
    }

    public void Dispose() => _places.Dispose();

    private sealed class Visit(ScoreTurns turns) : IDisposable
    {
        private bool _left;

        public void Dispose()
        {
            if (!_left)
            {
                _left = true;
                Interlocked.Decrement(ref turns._requests);
            }
        }
    }
}
