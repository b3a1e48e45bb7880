namespace Assay.Grids;

/// <summary>How a setting stands among the others.</summary>
/// <param name="Setting">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Mean">Its mean over the rows that every setting has a score of.</param>
/// <param name="ShareFirst">The share of bootstrap samples in which it was the best, 0 to 1.</param>
/// <param name="PAdjusted">Of the paired test against the best, corrected by Holm for all of them; null for the best itself.</param>
/// <param name="IsTied">Whether it cannot be told apart from the best.</param>
public sealed record SettingRank(int Setting, string Name, double Mean, double ShareFirst, double? PAdjusted, bool IsTied);
