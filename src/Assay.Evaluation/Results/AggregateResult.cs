using Assay.Statistics;

namespace Assay.Results;

/// <summary>One figure of a run.</summary>
/// <param name="Key">The metric key.</param>
/// <param name="Kind">How it was computed.</param>
/// <param name="Value">The figure.</param>
/// <param name="Interval">Its 95 % confidence interval, when one can be given.</param>
/// <param name="WhyNoInterval">Why there is no interval; null when there is one, or when the figure has none by its kind.</param>
/// <param name="Method">How the interval was found: Wilson, Student t …; null without one, and in runs of older versions.</param>
public sealed record AggregateResult(
    string Key, Scoring.AggregateKind Kind, double Value, Interval? Interval = null, string? WhyNoInterval = null, string? Method = null);
