namespace Assay.Classification;

/// <summary>The figures of one label among others.</summary>
/// <param name="Label">The label.</param>
/// <param name="Support">Rows that have it as their reference.</param>
/// <param name="Predicted">Rows that were said to have it.</param>
/// <param name="Precision">The share of those said to have it that do; null when none was.</param>
/// <param name="Recall">The share of those that have it that were found; null when none has.</param>
/// <param name="F1">Their harmonic mean; null where neither is.</param>
public sealed record LabelFigures(string Label, int Support, int Predicted, double? Precision, double? Recall, double? F1)
{
    internal static LabelFigures Of(string label, ClassCounts counts, int of)
    {
        var figures = PrecisionRecall.Of(counts, of);
        var (support, predicted) = (counts.Support[of], counts.Predicted[of]);
        return new(
            label, support, predicted, predicted == 0 ? null : figures.Precision, support == 0 ? null : figures.Recall,
            support + predicted == 0 ? null : figures.F);
    }
}
