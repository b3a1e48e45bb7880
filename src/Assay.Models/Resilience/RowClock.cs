namespace Assay.Models;

/// <summary>The time that one row may take. It stands still while the row waits for its turn under a limit of ours, which is no fault of the row.</summary>
internal sealed class RowClock : IDisposable
{
    private readonly TimeProvider time;
    private readonly CancellationTokenSource expiry;
    private readonly CancellationTokenSource either;
    private TimeSpan remaining;
    private long started;

    public RowClock(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        this.time = time;
        remaining = limit;
        started = time.GetTimestamp();
        expiry = new CancellationTokenSource(limit, time);
        either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellationToken);
    }

    /// <summary>Cancelled when the time is over, or by the caller.</summary>
    public CancellationToken Token => either.Token;

    public bool Expired => expiry.IsCancellationRequested;

    public TimeSpan Remaining => remaining - time.GetElapsedTime(started);

    /// <summary>Stops the clock.</summary>
    public void Pause()
    {
        remaining = Remaining;
        expiry.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    /// <summary>Lets the clock go on.</summary>
    public void Resume()
    {
        started = time.GetTimestamp();
        expiry.CancelAfter(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero);
    }

    public void Dispose()
    {
        either.Dispose();
        expiry.Dispose();
    }
}
