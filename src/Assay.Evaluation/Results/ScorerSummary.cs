using Assay.Classification;
using Assay.Judges.Calibration;
using Assay.Scoring;

namespace Assay.Results;

/// <summary>What one scorer found over a run.</summary>
public sealed record ScorerSummary
{
    /// <summary>The scorer.</summary>
    public required ScorerDescription Scorer { get; init; }

    /// <summary>
    /// As it was asked for, such as <c>sacrebleu:tokenize=zh</c>: what a comparison makes the scorer from again, to compute figures of all rows
    /// together. Null for scorers without such figures, your own, and those that ask a service.
    /// </summary>
    public string? Specification { get; init; }

    /// <summary>How a judge's scores agree with people's, when that was measured; null for other scorers and judges that were not held against any.</summary>
    public CalibrationNote? Calibration { get; init; }

    /// <summary>Rows that have a score.</summary>
    public required long Scored { get; init; }

    /// <summary>Rows that have none, and why, most frequent first.</summary>
    public required IReadOnlyList<ReasonCount> NotScored { get; init; }

    /// <summary>What the scorer warns of in rows that have a score, most frequent first.</summary>
    public IReadOnlyList<ReasonCount> Remarks { get; init; } = [];

    /// <summary>What the scorer says of the rows as a whole before its figures are believed, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The figures, in the scorer's order; empty when no row has a score.</summary>
    public required IReadOnlyList<AggregateResult> Aggregates { get; init; }

    /// <summary>What repeats tell; null when each row was asked once.</summary>
    public RepeatSummary? Repeats { get; init; }

    /// <summary>The scores' distribution; null when no row has a finite score.</summary>
    public Histogram? Histogram { get; init; }

    /// <summary>Which label was taken for which; null for scorers of other things than labels.</summary>
    public ConfusionMatrix? Confusion { get; init; }
}
