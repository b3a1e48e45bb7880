namespace Assay.Comparisons;

/// <summary>How large a difference is, free of the metric's unit.</summary>
/// <param name="Name"><c>cohen_h</c>, <c>odds_ratio</c>, <c>cohen_dz</c> or <c>rank_biserial</c>.</param>
/// <param name="Value">Its value; positive (an odds ratio: above 1) when the second run's scores are larger.</param>
public readonly record struct EffectSize(string Name, double Value);
