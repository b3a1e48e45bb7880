using Assay.Scoring;

namespace Assay.Comparisons;

/// <summary>A metric that two runs share.</summary>
/// <param name="Key">The metric's key.</param>
/// <param name="Scorer">Its scorer.</param>
/// <param name="Other">Which run is held against the first.</param>
/// <param name="Analysis">What can be said of it.</param>
/// <param name="Pairs">The scores by row; null for a figure of all rows together.</param>
/// <param name="Notes">What the reader should know.</param>
internal sealed record ComparedPair(
    string Key, ScorerDescription Scorer, int Other, IPairAnalysis Analysis, PairedScores? Pairs, IReadOnlyList<string> Notes);
