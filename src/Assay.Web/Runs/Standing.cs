namespace Assay.Web.Runs;

/// <summary>Where a run's figure stands among those of other runs.</summary>
/// <param name="Place">1 for the best, or for the highest where neither way is better; equal figures share a place.</param>
/// <param name="Values">All figures, this one among them.</param>
public sealed record Standing(int Place, IReadOnlyList<double> Values);
