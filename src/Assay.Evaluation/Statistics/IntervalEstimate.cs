namespace Assay.Statistics;

/// <summary>An interval and how it was found, or the reason why there is none.</summary>
/// <param name="Interval">The interval; null when there is a <paramref name="Reason"/>.</param>
/// <param name="Method">The method's name: Wilson, Clopper-Pearson or Student t; null without an interval.</param>
/// <param name="Reason">Why there is no interval, for people to read; null with one.</param>
public sealed record IntervalEstimate(Interval? Interval, string? Method, string? Reason)
{
    internal static IntervalEstimate Of(Interval interval, string method) => new(interval, method, null);

    internal static IntervalEstimate None(string reason) => new(null, null, reason);
}
