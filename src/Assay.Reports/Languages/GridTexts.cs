namespace Assay.Reports.Languages;

/// <summary>Texts of the report of a grid.</summary>
public sealed record GridTexts
{
    public required string Report { get; init; }

    public required string SkipToCells { get; init; }

    public required string Best { get; init; }

    /// <summary>The apparent figure, and the rows that chose it.</summary>
    public required Func<string, string, string> Apparent { get; init; }

    /// <summary>The corrected figure, its interval, and among how many it was chosen.</summary>
    public required Func<string, string, string, string> Corrected { get; init; }

    public required string WhatCorrectedIs { get; init; }

    public required string NoChoice { get; init; }

    public required string Settings { get; init; }

    public required string Setting { get; init; }

    public required string Mean { get; init; }

    public required string ShareFirst { get; init; }

    public required string PAdjusted { get; init; }

    public required string Verdict { get; init; }

    public required string IsBest { get; init; }

    public required string IsTied { get; init; }

    public required string IsWorse { get; init; }

    public required string Cells { get; init; }

    public required string Cell { get; init; }

    public required string Failed { get; init; }

    public required string Cost { get; init; }

    public required string Latency { get; init; }

    public required string QualityAndCost { get; init; }

    public required string QualityAndLatency { get; init; }

    public required string WhatTheFrontierIs { get; init; }

    public required string OnFrontier { get; init; }

    public required string Effects { get; init; }

    public required string WhatEffectsAre { get; init; }

    public required string Axis { get; init; }

    public required string Option { get; init; }

    public required string Difference { get; init; }

    /// <summary>The day of the prices, as text.</summary>
    public required Func<string, string> PricesOf { get; init; }
}
