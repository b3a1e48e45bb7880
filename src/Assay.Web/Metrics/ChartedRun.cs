using Assay.Results;
using Assay.Tracking;

namespace Assay.Web.Metrics;

/// <summary>A run of the page: its own, or one that is laid over it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Number">From 1; says its colour.</param>
/// <param name="Summary">Of its evaluation; null without one.</param>
public sealed record ChartedRun(Run Run, int Number, EvaluationSummary? Summary)
{
    /// <summary>The latest value of a metric; null when it has none.</summary>
    public double? Value(string key) => Run.Metrics.FirstOrDefault(metric => metric.Key == key)?.Value;

    /// <summary>The figure of its evaluation that a metric is, and who found it; null when it was logged otherwise.</summary>
    public (ScorerSummary Scorer, AggregateResult Figure)? Figure(string key)
    {
        foreach (var scorer in Summary?.Scorers ?? [])
        {
            if (scorer.Aggregates.FirstOrDefault(of => of.Key == key) is { } figure)
            {
                return (scorer, figure);
            }
        }

        return null;
    }

    /// <summary>The interval of a metric, as far as it has finite ends; null when none is known.</summary>
    public (double Low, double High)? Interval(string key) => Figure(key)?.Figure.Interval is { } interval ? (interval.Low, interval.High) : null;
}
