namespace Assay.Overlap;

/// <summary>Overlap of a text with a reference; each figure is between 0 and 1, higher is better, 0 when a side has no tokens.</summary>
/// <param name="Precision">The share of the prediction that is in the reference.</param>
/// <param name="Recall">The share of the reference that is in the prediction.</param>
public readonly record struct RougeScore(double Precision, double Recall)
{
    /// <summary>The harmonic mean of both; 0 when both are 0.</summary>
    public double F => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    internal static RougeScore Of(int common, int predicted, int expected) =>
        new((double)common / Math.Max(predicted, 1), (double)common / Math.Max(expected, 1));
}
