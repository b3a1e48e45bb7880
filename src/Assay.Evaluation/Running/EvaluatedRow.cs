using Assay.Evaluations;
using Assay.Models;

namespace Assay.Running;

/// <summary>A row on its way to the store, and why its model failed, when it did.</summary>
/// <param name="Row">The row as it will be stored.</param>
/// <param name="Failure">The kind of failure, when the model told it.</param>
/// <param name="Exception">The failure itself.</param>
internal readonly record struct EvaluatedRow(EvaluationRow Row, ModelFailure? Failure = null, Exception? Exception = null)
{
    /// <summary>What it adds to figures of all rows together (<see cref="Scoring.Score.Part"/>), by scorer; never stored.</summary>
    public IReadOnlyList<object?> Parts { get; init; } = [];
}
