using Assay.Scoring;
using Assay.Statistics;

namespace Assay.Comparisons;

/// <summary>One metric of two runs over the rows that both scored.</summary>
public sealed record MetricComparison
{
    /// <summary>The key under which runs log its mean (<c>toxicity/v1/mean</c>, <c>exact_match/v1</c>); the scorer's name when it logs none.</summary>
    public required string Metric { get; init; }

    /// <summary>The scorer's name.</summary>
    public required string Scorer { get; init; }

    /// <summary>The id of the first run, the baseline.</summary>
    public required string RunA { get; init; }

    /// <summary>The id of the second run, which the verdict is about.</summary>
    public required string RunB { get; init; }

    /// <summary>The first run's figure over the shared rows: the mean, or what a corpus metric has; NaN without rows.</summary>
    public required double A { get; init; }

    /// <summary>The second run's.</summary>
    public required double B { get; init; }

    /// <summary>B − A.</summary>
    public double Difference => B - A;

    /// <summary>Rows that have a score in both runs.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows of both runs without a score in one of them.</summary>
    public int NotScored { get; init; }

    /// <summary>Which way is better.</summary>
    public required ScoreDirection Direction { get; init; }

    /// <summary>The kind of number, as the shared rows have it.</summary>
    public required ScoreKind Kind { get; init; }

    /// <summary>The difference's interval at <see cref="IntervalConfidence"/>, or why there is none.</summary>
    public required IntervalEstimate Interval { get; init; }

    /// <summary>The interval's confidence: higher than the one asked for where several primary metrics are corrected together.</summary>
    public required double IntervalConfidence { get; init; }

    /// <summary>The test's name.</summary>
    public required string Test { get; init; }

    /// <summary>The p-value of no difference, two-sided; NaN without rows.</summary>
    public required double P { get; init; }

    /// <summary>Corrected for the other primary metrics (Holm); of an exploratory metric <see cref="P"/> itself.</summary>
    public required double PAdjusted { get; init; }

    /// <summary>Whether the comparison is about this metric; otherwise it is exploratory, and its p is not corrected.</summary>
    public required bool IsPrimary { get; init; }

    /// <summary>What it comes to.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>How large the difference is, the first the one to quote.</summary>
    public IReadOnlyList<EffectSize> EffectSizes { get; init; } = [];

    /// <summary>Rows that the second run alone passes; null for other scores than pass or fail.</summary>
    public int? Gained { get; init; }

    /// <summary>Rows that the first run alone passes; null for other scores than pass or fail.</summary>
    public int? Lost { get; init; }

    /// <summary>
    /// Where there is no evidence: the smallest difference that so many rows would have shown with the power asked for; null when they would show
    /// none, and where there is evidence.
    /// </summary>
    public double? SmallestDifference { get; init; }

    /// <summary>B − A of every row that both scored, in the order of the first run; empty for figures of all rows together.</summary>
    public IReadOnlyList<double> RowDifferences { get; init; } = [];

    /// <summary>The rows that changed most, largest change first.</summary>
    public IReadOnlyList<ChangedRow> Changed { get; init; } = [];

    /// <summary>What the reader should know of this metric, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
