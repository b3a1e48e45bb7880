using Assay.Evaluations;

namespace Assay.Running;

/// <summary>A row on its way to the store, and what services failed of, when they did.</summary>
/// <param name="Row">The row as it will be stored.</param>
/// <param name="Failure">Why there is no answer; null when there is one.</param>
internal readonly record struct EvaluatedRow(EvaluationRow Row, Exception? Failure = null)
{
    /// <summary>What it adds to figures of all rows together (<see cref="Scoring.Score.Part"/>), by scorer; never stored.</summary>
    public IReadOnlyList<object?> Parts { get; init; } = [];

    /// <summary>Why scorers gave no value (<see cref="Scoring.Score.Failure"/>), by scorer; empty when none failed. Never stored.</summary>
    public IReadOnlyList<Exception?> ScorerFailures { get; init; } = [];

    /// <summary>Whether its answer is of an evaluation before.</summary>
    public bool IsResumed { get; init; }
}
