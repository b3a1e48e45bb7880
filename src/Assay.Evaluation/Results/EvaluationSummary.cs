using Assay.Judges;
using Assay.Tracking;

namespace Assay.Results;

/// <summary>
/// Everything of an evaluation but its rows: what was run, what it scored, how sure that is. Stored as the artifact
/// <c>assay_summary.json</c>.
/// </summary>
public sealed record EvaluationSummary
{
    /// <summary>The run that it was logged as.</summary>
    public required string RunId { get; init; }

    /// <summary>The run's name.</summary>
    public required string RunName { get; init; }

    /// <summary>The name of its experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>How the run ended.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public required double DurationSeconds { get; init; }

    /// <summary>The data set.</summary>
    public required DatasetReference Dataset { get; init; }

    /// <summary>What was set: model, prompts, call parameters, data, in the order they were logged as parameters.</summary>
    public required IReadOnlyList<Param> Settings { get; init; }

    /// <summary>What became of the rows.</summary>
    public required RowCounts Rows { get; init; }

    /// <summary>Tokens of all calls together; null when no model said.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>What all answers cost, in US dollars; null when no model was called, or the price or the tokens of an answer are not known.</summary>
    public double? CostUsd { get; init; }

    /// <summary>The day of the bundled prices; null without a cost.</summary>
    public DateOnly? PricesOf { get; init; }

    /// <summary>How sure the intervals are, between 0 and 1; 0.95 in runs of older versions.</summary>
    public double Confidence { get; init => field = value > 0 ? value : 0.95; } = 0.95;
    /// <summary>What the judges among the scorers cost, apart from <see cref="Usage"/>; null when there are none. Of a run that was taken up
    /// again, since then.</summary>
    public JudgeSpending? Judging { get; init; }

    /// <summary>What each scorer found, in the order they were given.</summary>
    public required IReadOnlyList<ScorerSummary> Scorers { get; init; }

    /// <summary>What came of the gates.</summary>
    public IReadOnlyList<GateOutcome> Gates { get; init; } = [];

    /// <summary>What the reader should know before believing the figures, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
