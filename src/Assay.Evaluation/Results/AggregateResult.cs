using Assay.Statistics;

namespace Assay.Results;

/// <summary>One figure of a run.</summary>
/// <param name="Key">The metric key.</param>
/// <param name="Kind">How it was computed.</param>
/// <param name="Value">The figure.</param>
/// <param name="Interval">
/// Its confidence interval, of <see cref="EvaluationSummary.Confidence"/>, when one can be given; an end is infinite where the rows are too few for one.
/// </param>
/// <param name="WhyNoInterval">Why there is no interval, or an end of it is open; else null.</param>
/// <param name="Method">How the interval was found: <c>Wilson</c>, <c>logit-t</c> …; null without one, and in runs of older versions.</param>
public sealed record AggregateResult(
    string Key, Scoring.AggregateKind Kind, double Value, Interval? Interval = null, string? WhyNoInterval = null, string? Method = null);
