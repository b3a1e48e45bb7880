namespace Assay.Server.Tests.Client.Faults;

/// <summary>A clock whose waits are over at once and are written down; waits of an hour or more, which are limits, never end.</summary>
public sealed class SwiftClock : TimeProvider
{
    public static readonly TimeSpan Never = TimeSpan.FromHours(1);

    private readonly List<TimeSpan> waits = [];

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (waits)
            {
                return [.. waits];
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= Never || dueTime == Timeout.InfiniteTimeSpan)
        {
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        }

        lock (waits)
        {
            waits.Add(dueTime);
        }

        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
