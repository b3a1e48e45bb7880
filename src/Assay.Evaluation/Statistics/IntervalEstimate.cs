namespace Assay.Statistics;

/// <summary>An interval and how it was found, or the reason why there is none.</summary>
/// <param name="Interval">The interval; an end is infinite where the scores are too few for one. Null when there is none.</param>
/// <param name="Method">The method's name, such as <c>Wilson</c>, <c>logit-t</c> or <c>Student t, clustered</c>; null without an interval.</param>
/// <param name="Reason">Why there is no interval, or an end of it is open, for people to read; else null.</param>
public sealed record IntervalEstimate(Interval? Interval, string? Method, string? Reason)
{
    internal static IntervalEstimate Of(Interval interval, string method) => new(interval, method, null);

    internal static IntervalEstimate None(string reason) => new(null, null, reason);
}
