using Assay.Classification;

namespace Assay.Scoring.Scorers.Classification;

/// <summary>Figures of the order that probabilities put rows in; null without them.</summary>
internal static class LabelCurves
{
    public static double? AveragePrecision(LabelColumns columns, ClassCounts counts, ReadOnlySpan<int> rows) =>
        OfPositive(columns, rows)?.AveragePrecision();

    public static double? PrecisionRecallArea(LabelColumns columns, ClassCounts counts, ReadOnlySpan<int> rows) =>
        OfPositive(columns, rows)?.PrecisionRecallArea();

    /// <summary>Two labels have one curve; more have one each, or one for each pair.</summary>
    public static double? RocArea(LabelColumns columns, ReadOnlySpan<int> rows, bool isWeighted, bool isOneVersusOne) =>
        columns.Scores is not { } scores ? null
        : columns.IsBinary ? OfPositive(columns, rows)?.RocArea()
        : isOneVersusOne ? MulticlassRocArea.OneVersusOne(scores, columns.Truth, rows, isWeighted)
        : MulticlassRocArea.OneVersusRest(scores, columns.Truth, rows, isWeighted);

    private static RankCounts? OfPositive(LabelColumns columns, ReadOnlySpan<int> rows) =>
        columns.Positive < 0 ? null : columns.Scores?[columns.Positive].Count(rows, columns.Truth, columns.Positive);
}
