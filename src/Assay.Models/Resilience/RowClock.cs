namespace Assay.Models;

/// <summary>
/// The time that one row may take. It stands still while the row waits for its turn under a limit of ours, which is no fault of the row.
/// </summary>
internal sealed class RowClock : IDisposable
{
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _expiry;
    private readonly CancellationTokenSource _either;
    private TimeSpan _remaining;
    private long _started;

    public RowClock(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        _time = time;
        _remaining = limit;
        _started = time.GetTimestamp();
        _expiry = new CancellationTokenSource(limit, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_expiry.Token, cancellationToken);
    }

    /// <summary>Cancelled when the time is over, or by the caller.</summary>
    public CancellationToken Token => _either.Token;

    public bool Expired => _expiry.IsCancellationRequested;

    public TimeSpan Remaining => _remaining - _time.GetElapsedTime(_started);

    /// <summary>Stops the clock.</summary>
    public void Pause()
    {
        _remaining = Remaining;
        _expiry.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    /// <summary>Lets the clock go on.</summary>
    public void Resume()
    {
        _started = _time.GetTimestamp();
        _expiry.CancelAfter(_remaining > TimeSpan.Zero ? _remaining : TimeSpan.Zero);
    }

    public void Dispose()
    {
        _either.Dispose();
        _expiry.Dispose();
    }
}
