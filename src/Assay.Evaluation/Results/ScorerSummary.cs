using Assay.Judges.Calibration;
using Assay.Scoring;

namespace Assay.Results;

/// <summary>What one scorer found over a run.</summary>
public sealed record ScorerSummary
{
    /// <summary>The scorer.</summary>
    public required ScorerDescription Scorer { get; init; }

    /// <summary>How a judge's scores agree with people's, when that was measured; null for other scorers and judges that were not held against any.</summary>
    public CalibrationNote? Calibration { get; init; }

    /// <summary>Rows that have a score.</summary>
    public required long Scored { get; init; }

    /// <summary>Rows that have none, and why, most frequent first.</summary>
    public required IReadOnlyList<ReasonCount> NotScored { get; init; }

    /// <summary>What the scorer warns of in rows that have a score, most frequent first.</summary>
    public IReadOnlyList<ReasonCount> Remarks { get; init; } = [];

    /// <summary>The figures, in the scorer's order; empty when no row has a score.</summary>
    public required IReadOnlyList<AggregateResult> Aggregates { get; init; }

    /// <summary>The scores' distribution; null when no row has a finite score.</summary>
    public Histogram? Histogram { get; init; }
}
