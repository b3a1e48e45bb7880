namespace Assay.Comparisons;

/// <summary>A run's place in a metric.</summary>
/// <param name="Run">Its id.</param>
/// <param name="Mean">Its mean over the rows that every run scored.</param>
/// <param name="FirstShare">The share of resamples of the rows in which it came first; of a tie each has its part.</param>
/// <param name="MayBeBest">
/// Whether it belongs to the set that cannot be told apart: no other run is better by a test, corrected (Holm) for all pairs.
/// </param>
public sealed record RankedRun(string Run, double Mean, double FirstShare, bool MayBeBest);
