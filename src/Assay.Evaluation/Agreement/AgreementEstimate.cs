using Assay.Statistics;

namespace Assay.Agreement;

/// <summary>A measure of agreement with its interval.</summary>
/// <param name="Value">The measure; NaN where it has no meaning (everybody gave one and the same label).</param>
/// <param name="Interval">Its confidence interval; null without one.</param>
/// <param name="Method">How the interval was found; null without one.</param>
/// <param name="Reason">Why there is no value or no interval; null with both.</param>
public sealed record AgreementEstimate(double Value, Interval? Interval, string? Method, string? Reason)
{
    internal static AgreementEstimate Of(double value, Interval interval, string method) => new(value, interval, method, null);

    internal static AgreementEstimate Undefined(string reason) => new(double.NaN, null, null, reason);
}
