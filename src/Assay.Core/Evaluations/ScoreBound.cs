namespace Assay.Evaluations;

/// <summary>Bounds on a score, both inclusive; a null bound is open.</summary>
/// <param name="Scorer">The scorer's name.</param>
/// <param name="AtLeast">The lower bound.</param>
/// <param name="AtMost">The upper bound.</param>
/// <param name="Missing">True for rows that this scorer could not score; the bounds are then left aside.</param>
public sealed record ScoreBound(string Scorer, double? AtLeast = null, double? AtMost = null, bool Missing = false);
