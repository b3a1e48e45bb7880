using Assay.Results;
using Assay.Tracking;

namespace Assay.Web.Comparisons;

/// <summary>A run beside others.</summary>
/// <param name="Run">The run with all that was logged.</param>
/// <param name="Summary">Of its evaluation; null without one.</param>
/// <param name="Rows">How many rows of an evaluation are kept of it.</param>
public sealed record SideBySide(Run Run, EvaluationSummary? Summary, long Rows)
{
    /// <summary>The figure that the evaluation gives for a metric, with its interval; null when it is logged otherwise.</summary>
    public AggregateResult? Figure(string key) =>
        Summary?.Scorers.SelectMany(scorer => scorer.Aggregates).FirstOrDefault(figure => figure.Key == key);

    /// <summary>The data set and its digest; null when not known.</summary>
    public string? Data => Run.Inputs.Count > 0
        ? $"{Run.Inputs[0].Dataset.Name} {Run.Inputs[0].Dataset.Digest}"
        : Summary is null ? null : $"{Summary.Dataset.Name} {Summary.Dataset.Digest}";
}
