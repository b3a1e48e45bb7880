using Assay.Scoring;

namespace Assay.Reports.Languages;

/// <summary>Texts about figures, gates and distributions.</summary>
public sealed record FigureTexts
{
    public required string Heading { get; init; }

    public required string Metric { get; init; }

    public required string Figure { get; init; }

    /// <summary>The heading of intervals: their confidence in per cent, as text.</summary>
    public required Func<string, string> Interval { get; init; }

    public required string Scored { get; init; }

    public required string OnItsScale { get; init; }

    public required string HigherIsBetter { get; init; }

    public required string LowerIsBetter { get; init; }

    public required string NoDirection { get; init; }

    /// <summary>Scored rows of all rows: formatted counts.</summary>
    public required Func<string, string, string> ScoredOf { get; init; }

    public required string NoInterval { get; init; }

    public required string NoFigure { get; init; }

    public required string NoScores { get; init; }

    public required Func<AggregateKind, string> Kind { get; init; }

    /// <summary>Of a judge that was held against people: the formatted number of labels.</summary>
    public required Func<string, string> CalibratedOn { get; init; }

    /// <summary>Of a judge that was not.</summary>
    public required string NotCalibrated { get; init; }

    /// <summary>Of a calibration without a kappa: the share of equal labels.</summary>
    public required string Agreement { get; init; }

    /// <summary>Cohen's kappa with weights.</summary>
    public required string WeightedKappa { get; init; }

    public required string Distributions { get; init; }

    /// <summary>A chart's name: the scorer's.</summary>
    public required Func<string, string> DistributionOf { get; init; }

    /// <summary>What a chart says: count, least, most.</summary>
    public required Func<string, string, string, string> Spread { get; init; }

    /// <summary>A bin under the pointer: edges and the count, which decides on the plural.</summary>
    public required Func<string, string, long, string, string> Bin { get; init; }

    public required string Threshold { get; init; }

    public required string AsTable { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string Rows { get; init; }

    public required string Share { get; init; }

    public required string Outcome { get; init; }

    public required string Pass { get; init; }

    public required string Fail { get; init; }

    public required string Gates { get; init; }

    public required string Gate { get; init; }

    public required string Found { get; init; }

    public required string Passed { get; init; }

    public required string Failed { get; init; }

    /// <summary>Passed gates of all gates.</summary>
    public required Func<int, int, string> GatesPassed { get; init; }
}
