using Assay.Data;

namespace Assay.Scoring;

/// <summary>What a scorer looks at: an answer, and what it is to be held against.</summary>
public sealed record Sample
{
    /// <summary>
    /// What is to be scored, as it was read: most often a text. No value when there is none, and <see cref="WhyNoOutput"/> then says why.
    /// </summary>
    public FieldValue Output { get; init; }

    /// <summary>Why there is no output to score (a refused or filtered answer, an empty cell).</summary>
    public string? WhyNoOutput { get; init; }

    /// <summary>What was asked.</summary>
    public string? Input { get; init; }

    /// <summary>What was expected, as it was read.</summary>
    public FieldValue Reference { get; init; }

    /// <summary>What the answer was to be based on.</summary>
    public string? Context { get; init; }

    /// <summary>The whole answer, when a model gave one.</summary>
    public Answer? Answer { get; init; }

    /// <summary>Seconds from the call to its answer; null when no model was called.</summary>
    public double? LatencySeconds { get; init; }

    /// <summary>The row it comes from; null when there is none.</summary>
    public Row? Row { get; init; }
}
