namespace Assay.Evaluations;

/// <summary>A row of an evaluation as it is stored: what was asked, what was answered, how it was scored.</summary>
public sealed record EvaluationRow
{
    /// <summary>
    /// The value of the id column, else the content digest and its occurrence (<c>3f2a…-1</c>). Unique in a run together with
    /// <see cref="Repeat"/>.
    /// </summary>
    public required string RowId { get; init; }

    /// <summary>0 for the first answer to a row, 1 for the next …</summary>
    public int Repeat { get; init; }

    /// <summary>The row's place in the data set, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>The digest of the row's fields, 32 hexadecimal digits: the same content has the same digest.</summary>
    public required string Digest { get; init; }

    /// <summary>All fields of the row, as a JSON object, as they were read.</summary>
    public required string Fields { get; init; }

    /// <summary>What was asked; null when the data set has no input column.</summary>
    public string? Input { get; init; }

    /// <summary>What was expected; null when there is no reference.</summary>
    public string? Reference { get; init; }

    /// <summary>What was answered: a model's answer or a recorded prediction; null when the row failed.</summary>
    public Answer? Answer { get; init; }

    /// <summary>Why there is no answer; null when there is one.</summary>
    public string? Error { get; init; }

    /// <summary>Seconds from the call to its answer, retries included; null when no model was called.</summary>
    public double? LatencySeconds { get; init; }

    /// <summary>One score per scorer, in the scorers' order; empty when the row failed.</summary>
    public IReadOnlyList<RowScore> Scores { get; init; } = [];

    /// <summary>The trace of the call, when there is one.</summary>
    public string? TraceId { get; init; }
}
