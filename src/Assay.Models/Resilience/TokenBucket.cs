namespace Assay.Models;

/// <summary>
/// A budget that refills evenly: so much a minute, of which at most one second's worth (and at least 1) is saved up. A cost greater
/// than that may be taken when the bucket is full and leaves a debt, so that on average the rate still holds. Not safe for concurrent use.
/// </summary>
/// <param name="perMinute">What flows in during a minute; more than zero.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenBucket(double perMinute, TimeProvider time)
{
    private const double Tolerance = 1e-6;
    private readonly double _perSecond = perMinute / 60;
    private readonly double _capacity = Math.Max(1, perMinute / 60);
    private double _level = Math.Max(1, perMinute / 60);
    private long _filled = time.GetTimestamp();

    /// <summary>How long until the cost may be taken; zero when now. In whole milliseconds, the finest that timers keep.</summary>
    public TimeSpan WaitFor(double cost)
    {
        Refill();
        var lacking = Math.Min(cost, _capacity) - _level;
        return lacking <= Tolerance ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling((lacking - Tolerance) / _perSecond * 1000)));
    }

    /// <summary>Takes the cost; a negative one gives back what was taken too much.</summary>
    public void Take(double cost)
    {
        Refill();
        _level = Math.Min(_capacity, _level - cost);
    }

    private void Refill()
    {
        var now = time.GetTimestamp();
        _level = Math.Min(_capacity, _level + (time.GetElapsedTime(_filled, now).TotalSeconds * _perSecond));
        _filled = now;
    }
}
