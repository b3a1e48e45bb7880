using System.Text.Json;
using Assay.Classification;
using Assay.Tests.Golden;

namespace Assay.Tests.Classification;

public sealed class ClassificationGoldenTests
{
    [Fact]
    public void Figures_of_counts_equal_the_reference() => GoldenFile.ShouldAllAgree(ClassificationRecord.All().SelectMany(record =>
    {
        var expected = record.Record.GetProperty("expected");
        double Weighted(KappaWeighting weighting) => CohenKappa.Of(record.Counts, record.Truth, record.Predicted, record.Rows, weighting);
        return new[]
        {
            record.Check("accuracy", expected.GetProperty("accuracy"), Accuracy.Of(record.Counts)),
            record.Check("hamming_loss", expected.GetProperty("hamming_loss"), 1 - Accuracy.Of(record.Counts)),
            record.Check("balanced_accuracy", expected.GetProperty("balanced_accuracy"), Accuracy.Balanced(record.Counts)),
            record.Check("mcc", expected.GetProperty("mcc"), MatthewsCorrelation.Of(record.Counts)),
            record.Check("cohen_kappa", expected.GetProperty("cohen_kappa"), CohenKappa.Of(record.Counts)),
            record.Check("cohen_kappa_labels", expected.GetProperty("cohen_kappa_labels"), Weighted(KappaWeighting.None)),
            record.Check("cohen_kappa_linear", expected.GetProperty("cohen_kappa_linear"), Weighted(KappaWeighting.Linear)),
            record.Check("cohen_kappa_quadratic", expected.GetProperty("cohen_kappa_quadratic"), Weighted(KappaWeighting.Quadratic)),
        };
    }));

    [Fact]
    public void Confusion_matrices_equal_the_reference() => GoldenFile.ShouldAllAgree(ClassificationRecord.All().Select(record =>
    {
        var expected = record.Record.GetProperty("expected").GetProperty("confusion_matrix(labels)");
        var actual = ConfusionMatrix.Of(record.Labels, record.Truth, record.Predicted).Counts;
        var (first, second) = (JsonSerializer.Serialize(expected).Replace(" ", ""), JsonSerializer.Serialize(actual));
        return first == second ? null : $"{record.Record.GetProperty("id")}: {second} for {first}";
    }));

    [Fact]
    public void Precision_recall_and_f_equal_the_reference() => GoldenFile.ShouldAllAgree(ClassificationRecord.All().SelectMany(record =>
        record.Record.GetProperty("prf").EnumerateArray().SelectMany(item => Averages(record, item.GetProperty("params"), item.GetProperty("expected")))));

    [Fact]
    public void Figures_of_probabilities_equal_the_reference() => GoldenFile.ShouldAllAgree(
        ClassificationRecord.All().Where(record => record.Probabilities is not null).SelectMany(record =>
            record.Record.GetProperty("expected").EnumerateObject().Select(figure =>
                OfProbabilities(record, figure.Name) is { } actual ? record.Check(figure.Name, figure.Value, actual) : null)));

    private static double? OfProbabilities(ClassificationRecord record, string figure)
    {
        var scores = record.Labels.Select((_, of) => new RankedScores([.. record.Probabilities!.Select(row => row[of])])).ToArray();
        var losses = record.Probabilities!.Zip(record.Truth);
        RankCounts Positive() => scores[1].Count(record.Rows, record.Truth, 1);
        return figure switch
        {
            "log_loss" => losses.Average(row => ProbabilityLoss.Log(row.First, row.Second)),
            "brier" => losses.Average(row => ProbabilityLoss.Brier(row.First[1], row.Second == 1)),
            "brier_multiclass" => losses.Average(row => ProbabilityLoss.Brier(row.First, row.Second)),
            "roc_auc" => Positive().RocArea(),
            "average_precision" => Positive().AveragePrecision(),
            "pr_auc_trapezoid" => Positive().PrecisionRecallArea(),
            "roc_auc_ovr_macro" => MulticlassRocArea.OneVersusRest(scores, record.Truth, record.Rows, isWeighted: false),
            "roc_auc_ovr_weighted" => MulticlassRocArea.OneVersusRest(scores, record.Truth, record.Rows, isWeighted: true),
            "roc_auc_ovo_macro" => MulticlassRocArea.OneVersusOne(scores, record.Truth, record.Rows, isWeighted: false),
            "roc_auc_ovo_weighted" => MulticlassRocArea.OneVersusOne(scores, record.Truth, record.Rows, isWeighted: true),
            _ => null,
        };
    }

    private static IEnumerable<string?> Averages(ClassificationRecord record, JsonElement parameters, JsonElement expected)
    {
        var zeroDivision = parameters.GetProperty("zero_division").GetDouble();
        var labels = parameters.GetProperty("labels");
        int[] classes = labels.ValueKind == JsonValueKind.Array
            ? [.. ClassificationRecord.Texts(labels).Select(label => Array.IndexOf(record.Labels, label))]
            : [.. Enumerable.Range(0, record.Labels.Length).Where(record.Counts.Occurs)];
        foreach (var (name, beta) in new[] { ("precision", 1), ("recall", 1), ("f1", 1), ("f2", 2) })
        {
            double Of(ClassFigures figures) => name switch { "precision" => figures.Precision, "recall" => figures.Recall, _ => figures.F };
            var value = expected.GetProperty(name);
            if (parameters.GetProperty("average").GetString() is not { } average)
            {
                foreach (var (of, i) in classes.Select((of, i) => (of, i)))
                    yield return record.Check($"{name}[{i}] {parameters}", value[i], Of(PrecisionRecall.Of(record.Counts, of, beta, zeroDivision)));
                continue;
            }

            var kind = Enum.Parse<ClassAverage>(average, ignoreCase: true);
            int[] taken = kind == ClassAverage.Binary ? [Array.IndexOf(record.Labels, parameters.GetProperty("pos_label").ToString())] : classes;
            yield return record.Check($"{name} {parameters}", value, Of(PrecisionRecall.Average(record.Counts, taken, kind, beta, zeroDivision)));
        }
    }
}
