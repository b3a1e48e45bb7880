using Assay.Grids;
using Assay.Scoring;

namespace Assay;

/// <summary>What a grid found. Stored as the artifact <c>assay_grid.json</c> of the parent run.</summary>
public sealed record GridSummary
{
    /// <summary>The parent run.</summary>
    public required string RunId { get; init; }

    /// <summary>Its name.</summary>
    public required string RunName { get; init; }

    /// <summary>The name of its experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>The scorer by which the best was chosen; null when none says which way is better.</summary>
    public string? ChosenBy { get; init; }

    /// <summary>Which way that scorer's figures are better.</summary>
    public ScoreDirection Direction { get; init; }

    /// <summary>How sure intervals hold.</summary>
    public required double Confidence { get; init; }

    /// <summary>Every cell, in the order in which they ran.</summary>
    public required IReadOnlyList<GridCellResult> Cells { get; init; }

    /// <summary>The choice of the best setting; null when there is nothing to choose by, or too few rows.</summary>
    public GridChoice? Choice { get; init; }

    /// <summary>Why nothing was chosen; null when something was.</summary>
    public string? WhyNoChoice { get; init; }

    /// <summary>What each option does on its own, averaged over all others.</summary>
    public IReadOnlyList<MainEffect> Effects { get; init; } = [];

    /// <summary>What all calls cost, in US dollars, at the prices of <see cref="PricesOf"/>; null when it is not known of all.</summary>
    public double? CostUsd { get; init; }

    /// <summary>The day of the bundled prices.</summary>
    public DateOnly PricesOf { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>What the reader should know before believing the figures, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
