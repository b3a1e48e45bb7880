using Assay.Classification;
using static Assay.Scoring.ScoreDirection;

namespace Assay.Scoring.Scorers.Classification;

/// <summary>The figures that MLflow 3.6.1 logs of a classifier beside the accuracy, under its keys; some are of two labels only.</summary>
internal static class MlflowFigures
{
    public static IReadOnlyList<CorpusFigure> Of(string prefix, ClassAverage? average) =>
    [
        new(prefix + "example_count", None, (_, _, rows) => rows.Length),
        new(prefix + "recall_score", Higher, Averaged(average, figures => figures.Recall)),
        new(prefix + "precision_score", Higher, Averaged(average, figures => figures.Precision)),
        new(prefix + "f1_score", Higher, Averaged(average, figures => figures.F)),
        new(prefix + "true_negatives", None, Binary((counts, positive) => counts.Correct - counts.Hits[positive])),
        new(prefix + "false_positives", None, Binary((counts, positive) => counts.Predicted[positive] - counts.Hits[positive])),
        new(prefix + "false_negatives", None, Binary((counts, positive) => counts.Support[positive] - counts.Hits[positive])),
        new(prefix + "true_positives", None, Binary((counts, positive) => counts.Hits[positive])),
        new(prefix + "log_loss", Lower, (columns, _, rows) => MeanLoss(columns, rows)),
        new(prefix + "roc_auc", Higher, (columns, _, rows) => LabelCurves.RocArea(columns, rows, average != ClassAverage.Macro, isOneVersusOne: false)),
        new(prefix + "precision_recall_auc", Higher, (columns, counts, rows) => columns.IsBinary ? LabelCurves.AveragePrecision(columns, counts, rows) : null),
    ];

    private static CorpusFigure.OfRows Averaged(ClassAverage? average, Func<ClassFigures, double> figure) => (columns, counts, _) =>
        LabelAverages.Of(columns, counts, columns.IsBinary ? null : average) is { } figures ? figure(figures) : double.NaN;

    private static CorpusFigure.OfRows Binary(Func<ClassCounts, int, int> count) => (columns, counts, _) =>
        !columns.IsBinary ? null : columns.Positive < 0 ? double.NaN : count(counts, columns.Positive);

    private static double? MeanLoss(LabelColumns columns, ReadOnlySpan<int> rows)
    {
        if (columns.LogLosses is not { } losses) return null;
        var taken = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++) taken[i] = losses[rows[i]];
        return Statistics.Aggregates.Mean(taken);
    }
}
