using Assay.Statistics;

namespace Assay.Grids;

/// <summary>Which setting of a grid is best, and how much of that survives having looked at many.</summary>
public sealed record GridChoice
{
    /// <summary>The number of the setting.</summary>
    public required int Setting { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its mean over the rows that every setting has a score of: too good, for it was chosen by them.</summary>
    public required double Apparent { get; init; }

    /// <summary>
    /// What the best of so many is worth on rows that did not choose it: the mean, over bootstrap samples, of the setting that the sample chose, on
    /// the rows left out (Tsamardinos, Greasidou, Borboudakis 2018).
    /// </summary>
    public required double Corrected { get; init; }

    /// <summary>The interval of <see cref="Corrected"/>: percentiles over the same samples; null when it is the same in all of them.</summary>
    public required Interval? Interval { get; init; }

    /// <summary>Rows that were compared.</summary>
    public required long Rows { get; init; }

    /// <summary>Every setting with the share of samples in which it was the best, most often first.</summary>
    public required IReadOnlyList<SettingRank> Ranks { get; init; }
}
